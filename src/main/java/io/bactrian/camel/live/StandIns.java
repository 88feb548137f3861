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

    /** Made without its constructor, so that no code of the bean runs; of a lambda's class nothing else can be made. */
    Object standIn(Class<?> type) {
        if (type.isInterface()) {
            return proxy(type);
        }
        return type.isHidden() ? proxy(type.getInterfaces()) : maker.newInstance(type);
    }

    private static Object proxy(Class<?>... types) {
        return Proxy.newProxyInstance(types[0].getClassLoader(), types, (proxy, method, values) -> null);
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
