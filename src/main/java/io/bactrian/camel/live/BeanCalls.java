package io.bactrian.camel.live;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.camel.model.BeanDefinition;
import org.apache.camel.model.language.MethodCallExpression;

/** Whether the bean that a step calls is there, and has the method. */
final class BeanCalls {

    private final BeanTypes beans;

    BeanCalls(BeanTypes beans) {
        this.beans = beans;
    }

    Optional<String> problem(BeanDefinition step) {
        return step.getRef() == null ? Optional.empty() : problem(step.getRef(), step.getMethod());
    }

    Optional<String> problem(MethodCallExpression expression) {
        return expression.getRef() == null
                ? Optional.empty()
                : problem(expression.getRef().replaceFirst("^(ref|bean):", ""), expression.getMethod());
    }

    private Optional<String> problem(String name, String method) {
        if (name.contains("{{") || name.contains("#")) {
            return Optional.empty();
        }
        Class<?> type = beans.of(name);
        if (type == null) {
            return Optional.of("there is no bean `" + name + "`" + closest(name) + ": correct `ref`");
        }
        String called = method == null ? "" : method.replaceFirst("[(?].*", "").strip();
        if (type == Object.class || called.isEmpty() || called.contains("{{") || has(type, called)) {
            return Optional.empty();
        }
        return Optional.of("the bean `" + name + "` has no method `" + called + "`; it has " + methods(type)
                + ": correct `method`");
    }

    private static boolean has(Class<?> type, String name) {
        return Arrays.stream(type.getMethods())
                .anyMatch(method -> method.getName().equals(name));
    }

    private static String methods(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .limit(10)
                .collect(Collectors.joining(", "));
    }

    private String closest(String name) {
        return beans.names().stream()
                .filter(bean -> distance(bean, name) <= 2)
                .min(Comparator.comparingInt(bean -> distance(bean, name)))
                .map(bean -> "; `" + bean + "` is near")
                .orElse("");
    }

    /** How many letters have to be changed, added or left out (Levenshtein). */
    private static int distance(String one, String other) {
        int[] costs = new int[other.length() + 1];
        Arrays.setAll(costs, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int corner = i - 1;
            costs[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int same = corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                corner = costs[j];
                costs[j] = Math.min(same, 1 + Math.min(costs[j], costs[j - 1]));
            }
        }
        return costs[other.length()];
    }
}
