package io.bactrian.routecheck;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An endpoint as a route names it.
 *
 * @param text without options, and with one spelling: {@code direct:find-user}
 */
record Uri(String text) {

    private static final Pattern EXPRESSION = Pattern.compile("\\$(?:simple)?\\{([^}]*)}");
    private static final String PROVIDER = "variable.provider";

    static Uri of(String written) {
        String text = written == null ? "" : written.strip();
        int options = text.indexOf('?');
        return new Uri((options < 0 ? text : text.substring(0, options)).replaceFirst("^([a-z-]+)://", "$1:"));
    }

    String scheme() {
        return text.contains(":") ? text.substring(0, text.indexOf(':')) : text;
    }

    String name() {
        return text.substring(text.indexOf(':') + 1);
    }

    /** Called by whoever knows its name, and nothing else: its failures rise to the caller. */
    boolean isDirect() {
        return scheme().equals("direct");
    }

    boolean isQueue() {
        return scheme().equals("seda");
    }

    /** Whether another route of ours is behind it. */
    boolean isRoute() {
        return isDirect() || isQueue();
    }

    /** What it is computed from, for instance {@code variable.provider}. */
    List<String> expressions() {
        return expressionsIn(text);
    }

    static List<String> expressionsIn(String text) {
        return EXPRESSION.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /** What stands before the first expression, or null where the whole of it is known. */
    Optional<String> prefix() {
        Matcher expression = EXPRESSION.matcher(text);
        return expression.find() ? Optional.of(text.substring(0, expression.start())) : Optional.empty();
    }

    /** The endpoints that it stands for, one for each provider where a provider is part of its name. */
    List<Uri> forProviders(Collection<String> providers) {
        return expressions().contains(PROVIDER)
                ? providers.stream()
                        .map(provider -> new Uri(text.replace("${" + PROVIDER + "}", provider)))
                        .toList()
                : List.of(this);
    }
}
