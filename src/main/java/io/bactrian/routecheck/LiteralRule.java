package io.bactrian.routecheck;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** No secret and no phone number stands in a route: both come from the settings or from the message. */
final class LiteralRule implements Rule {

    private static final Pattern NUMBER = Pattern.compile("\\+\\d[\\d .()-]{5,}\\d|(?<![\\w.])\\d{10,}(?!\\w)");

    private static final Pattern SECRET = Pattern.compile(
            "\\b[A-Z]{2}[0-9a-f]{32}\\b|\\b[0-9a-fA-F]{32,}\\b|-----BEGIN|\\beyJ[\\w-]{10,}\\.|://[^/@\\s:]+:[^/@\\s]+@");

    private static final Pattern SECRET_NAME = Pattern.compile(
            "(?i).*(password|passwd|passphrase|secret|credential|authorization|api-?key|access-?key|private-?key"
                    + "|auth-?token|access-?token|account-?sid).*");

    @Override
    public List<Finding> check(RouteFile file) {
        return file.root().allEntries().flatMap(entry -> look(file, entry)).toList();
    }

    private static Stream<Finding> look(RouteFile file, YamlNode.Entry entry) {
        YamlNode constant = entry.value().at("expression").at("constant").at("expression");
        String name = entry.value().text("name");
        return Stream.of(
                        Stream.concat(Stream.of(entry.value()), entry.value().items().stream())
                                .flatMap(value -> pattern(file, value)),
                        named(file, entry.key(), entry.value()),
                        name == null ? Stream.<Finding>empty() : named(file, name, constant))
                .flatMap(Function.identity());
    }

    private static Stream<Finding> pattern(RouteFile file, YamlNode value) {
        String text = value.text();
        if (text == null) {
            return Stream.empty();
        }
        if (NUMBER.matcher(text).find()) {
            return Stream.of(file.finding(
                    value.line(), "a number stands here literally: take it from the message or from `{{a setting}}`"));
        }
        return SECRET.matcher(text).find() ? secret(file, value) : Stream.empty();
    }

    private static Stream<Finding> named(RouteFile file, String name, YamlNode value) {
        String text = value.text();
        boolean literal = text != null && !text.isBlank() && !text.contains("{{") && !text.contains("${");
        return literal && SECRET_NAME.matcher(name).matches() ? secret(file, value) : Stream.empty();
    }

    private static Stream<Finding> secret(RouteFile file, YamlNode value) {
        return Stream.of(file.finding(
                value.line(), "a secret stands here literally: write `{{a setting}}` and set that by the environment"));
    }
}
