package io.bactrian.security;

import jakarta.servlet.Filter;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.web.servlet.handler.HandlerMappingIntrospector;

/** How the chains match paths: by the path alone, without asking Spring MVC which handler it would choose. */
@Configuration(proxyBeanMethods = false)
class PathMatching {

    @Bean
    PathPatternRequestMatcherBuilderFactoryBean pathPatternMatchers() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    /** Spring Security has every request looked up in Spring MVC before it comes to the chains, for matchers that none has. */
    @Bean
    static BeanPostProcessor noLookUpsAhead(ApplicationContext context) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean.getClass() == HandlerMappingIntrospector.class ? withoutCache(context) : bean;
            }
        };
    }

    private static HandlerMappingIntrospector withoutCache(ApplicationContext context) {
        HandlerMappingIntrospector introspector = new HandlerMappingIntrospector() {
            @Override
            public Filter createCacheFilter() {
                return (request, response, chain) -> chain.doFilter(request, response);
            }
        };
        introspector.setApplicationContext(context);
        introspector.afterPropertiesSet();
        return introspector;
    }
}
