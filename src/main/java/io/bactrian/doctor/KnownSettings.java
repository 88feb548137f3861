package io.bactrian.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Which settings there are: the records that take them, and the environment variables of application.yaml. */
final class KnownSettings {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::[^}]*)?}");

    private KnownSettings() {}

    /** The records that settings are bound to. */
    static List<Class<?>> records() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        List<Class<?>> records = new ArrayList<>();
        for (BeanDefinition found : scan.findCandidateComponents("io.bactrian")) {
            records.add(ClassUtils.resolveClassName(found.getBeanClassName(), null));
        }
        return records.stream()
                .filter(Class::isRecord)
                .<Class<?>>map(type -> type)
                .toList();
    }

    static String prefix(Class<?> type) {
        return type.getAnnotation(ConfigurationProperties.class).value();
    }

    /** The environment variable of each setting of the jar's own application.yaml that has one. */
    static Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        try {
            for (PropertySource<?> source :
                    new YamlPropertySourceLoader().load("packed", new ClassPathResource("application.yaml"))) {
                for (String name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
                    Matcher variable = VARIABLE.matcher(String.valueOf(source.getProperty(name)));
                    if (variable.find()) {
                        variables.put(name, variable.group(1));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return variables;
    }
}
