package io.bactrian.camel.live;

import java.util.Arrays;
import java.util.Collection;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ConfigurationClassPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The beans that Spring knows of, made or not. */
public final class SpringBeans implements BeanTypes {

    private final ConfigurableListableBeanFactory factory;

    public SpringBeans(ConfigurableListableBeanFactory factory) {
        this.factory = factory;
    }

    /** The settings as a gateway that is started here, with these arguments, would find them. */
    public static ConfigurableEnvironment settings(String... args) {
        ConfigurableEnvironment settings = new StandardEnvironment();
        settings.getPropertySources().addFirst(new SimpleCommandLinePropertySource(args));
        ConfigDataEnvironmentPostProcessor.applyTo(settings);
        return settings;
    }

    /** What the application would be made of. None of it is made, so neither a store nor a port is needed. */
    public static SpringBeans unmade(Class<?> application, ConfigurableEnvironment settings) {
        Unstarted context = new Unstarted();
        context.setEnvironment(settings);
        context.register(application);
        ConfigurationClassPostProcessor finder = new ConfigurationClassPostProcessor();
        finder.setEnvironment(settings);
        finder.setResourceLoader(context);
        finder.postProcessBeanDefinitionRegistry(context.getDefaultListableBeanFactory());
        return new SpringBeans(context.getBeanFactory());
    }

    @Override
    public Class<?> of(String name) {
        return factory.containsBean(name) ? factory.getType(name, false) : null;
    }

    @Override
    public Collection<String> names() {
        return Arrays.asList(factory.getBeanDefinitionNames());
    }

    /** A context that is read, and never begins. */
    private static final class Unstarted extends AnnotationConfigApplicationContext {

        @Override
        protected void assertBeanFactoryActive() {
            // Spring Boot's filters ask for beans of theirs; there are none.
        }
    }
}
