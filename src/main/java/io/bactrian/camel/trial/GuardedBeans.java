package io.bactrian.camel.trial;

import io.bactrian.domain.ChangesNothing;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.aopalliance.intercept.MethodInvocation;
import org.apache.camel.spi.BeanRepository;
import org.springframework.aop.framework.AopConfigException;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.annotation.AnnotationUtils;

/**
 * The beans that routes name, as a trial sees them: what says that it {@link ChangesNothing} is asked; any other call is told
 * and not made, and gives back what it was given. No bean that the routes do not name can be found.
 */
final class GuardedBeans implements BeanRepository {

    private final BeanFactory beans;
    private final Set<String> names;
    private final Map<String, Object> standIns;
    private final Scene scene;
    private final Map<String, Object> guarded = new ConcurrentHashMap<>();

    /** @param standIns by name: fresh ones of beans that remember */
    GuardedBeans(BeanFactory beans, Set<String> names, Map<String, Object> standIns, Scene scene) {
        this.beans = beans;
        this.names = names;
        this.standIns = standIns;
        this.scene = scene;
    }

    @Override
    public Object lookupByName(String name) {
        return standIns.containsKey(name) || names.contains(name) && beans.containsBean(name)
                ? guarded.computeIfAbsent(name, this::guard)
                : null;
    }

    private Object guard(String name) {
        try {
            Object bean = standIns.containsKey(name) ? standIns.get(name) : beans.getBean(name);
            ProxyFactory proxy = new ProxyFactory(bean);
            proxy.setProxyTargetClass(true);
            proxy.setOpaque(true);
            proxy.addAdvice((org.aopalliance.intercept.MethodInterceptor) call -> invoke(name, call));
            return proxy.getProxy(bean.getClass().getClassLoader());
        } catch (AopConfigException e) {
            return new Object(); // a class that cannot be guarded is not there
        }
    }

    private Object invoke(String name, MethodInvocation call) throws Throwable {
        if (changesNothing(call.getMethod(), call.getThis().getClass())) {
            return call.proceed();
        }
        Boolean said = scene.sample().said().get(name + "." + call.getMethod().getName());
        if (said != null && decides(call.getMethod().getReturnType())) {
            return said; // what it really said of this text
        }
        if (standIns.containsKey(name)) {
            return call.proceed();
        }
        Object[] given = call.getArguments();
        Object first = given.length == 0 ? null : given[0];
        scene.play().would("bean:" + name + "." + call.getMethod().getName(), first);
        Class<?> type = call.getMethod().getReturnType();
        return decides(type) ? Boolean.FALSE : fitting(type, first);
    }

    private static boolean decides(Class<?> type) {
        return type == boolean.class || type == Boolean.class;
    }

    private static Object fitting(Class<?> type, Object given) {
        if (type.isPrimitive()) {
            return type == void.class ? null : 0;
        }
        if (type == CompletionStage.class || type == CompletableFuture.class) {
            return CompletableFuture.completedFuture(null); // Camel waits for a stage, and fails where there is none
        }
        return type.isInstance(given) ? given : null;
    }

    private static boolean changesNothing(Method method, Class<?> type) {
        return method.getDeclaringClass() == Object.class
                || AnnotationUtils.findAnnotation(method, ChangesNothing.class) != null
                || AnnotationUtils.findAnnotation(type, ChangesNothing.class) != null;
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
