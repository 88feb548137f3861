package io.bactrian.camel.live;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import org.apache.camel.spi.BeanRepository;
import org.springframework.objenesis.SpringObjenesis;

/**
 * Gives a trial something of each bean's type that does nothing, and hides the components, which belong to one context
 * only.
 */
final class StandIns implements BeanRepository {

    private static final String CAMEL = "org.apache.camel.";

    private final BeanTypes beans;
    private final SpringObjenesis maker = new SpringObjenesis();

    StandIns(BeanTypes beans) {
        this.beans = beans;
    }

    @Override
    public Object lookupByName(String name) {
        Class<?> type = beans.of(name);
        return type == null || type.getName().startsWith(CAMEL) || isComponent(type) ? null : standIn(type);
    }

    private static boolean isComponent(Class<?> type) {
        return org.apache.camel.Component.class.isAssignableFrom(type);
    }

    /** Made without its constructor, so that no code of the bean runs. */
    Object standIn(Class<?> type) {
        return type.isInterface()
                ? Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, values) -> null)
                : maker.newInstance(type);
    }

    @Override
    public <T> T lookupByNameAndType(String name, Class<T> type) {
        Object bean = lookupByName(name);
        return type.isInstance(bean) ? type.cast(bean) : null;
    }

    @Override
    public <T> Map<String, T> findByTypeWithName(Class<T> type) {
        return Map.of();
    }

    @Override
    public <T> Set<T> findByType(Class<T> type) {
        return Set.of();
    }
}
