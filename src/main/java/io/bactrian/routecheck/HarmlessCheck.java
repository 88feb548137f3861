package io.bactrian.routecheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a candidate may say that comes from a caller of the API. Whoever edits the files is trusted with the machine; a
 * caller is not, so everything that is not known to be harmless is refused: other words of the language, names of classes,
 * settings, beans that no live route names, and expressions that reach beyond the fields of our records.
 */
public final class HarmlessCheck {

    private static final int LONGEST = 32_768;
    private static final int MOST_EXPRESSIONS = 16;

    private static final Set<String> WORDS = Set.of(
            "route",
            "id",
            "routeConfigurationId",
            "description",
            "note",
            "group",
            "from",
            "uri",
            "parameters",
            "steps",
            "bean",
            "ref",
            "method",
            "choice",
            "when",
            "otherwise",
            "expression",
            "simple",
            "constant",
            "variable",
            "header",
            "doTry",
            "doCatch",
            "doFinally",
            "exception",
            "filter",
            "log",
            "message",
            "logName",
            "loggingLevel",
            "loop",
            "doWhile",
            "removeHeader",
            "removeHeaders",
            "removeVariable",
            "pattern",
            "excludePattern",
            "name",
            "setBody",
            "setHeader",
            "setHeaders",
            "headers",
            "setVariable",
            "setVariables",
            "variables",
            "split",
            "stop",
            "to",
            "transform",
            "variableSend",
            "variableReceive",
            "resultType",
            "trim");

    private static final Pattern TOKEN =
            Pattern.compile("\\$\\{(?:null|body|exception|(?:variable|header)\\.[\\w-]+)(?:\\.[a-z]\\w*(?:\\(\\))?)*}");
    private static final Pattern REACHES_OUT = Pattern.compile(
            "\\.(class|getClass|wait|notify|notifyAll|printStackTrace|cause|stackTrace|fillInStackTrace)\\b");
    private static final Pattern SLOW = Pattern.compile("\\b(regex|is)\\b|=~|~>");
    private static final Pattern CALL = Pattern.compile(
            "(?!(?:getClass|notify|notifyAll|wait|clone|finalize)\\b)\\w+(\\((\\s*(\\$\\{[^}]*}|true|false|null|\\d{1,9}|'[\\w .-]*')\\s*,?)*\\))?");
    private static final Pattern TYPE =
            Pattern.compile("java\\.lang\\.(Boolean|Integer|Long|String|\\w*Exception)|io\\.bactrian\\.domain\\.\\w+"
                    + "|org\\.apache\\.camel\\.component\\.direct\\.DirectConsumerNotAvailableException");

    private final Set<String> beans;

    /** @param beans that live routes name: a candidate may name them too */
    public HarmlessCheck(Set<String> beans) {
        this.beans = Set.copyOf(beans);
    }

    /** An empty list means that it may be tried. */
    public List<Finding> check(RouteFile file, String text) {
        if (text.length() > LONGEST) {
            return List.of(file.finding(1, "the file is longer than " + LONGEST + " characters"));
        }
        List<Finding> findings = new ArrayList<>();
        look(file, file.root(), false, findings);
        return findings;
    }

    private void look(RouteFile file, YamlNode node, boolean options, List<Finding> findings) {
        node.entries().forEach(entry -> {
            if (!options && !WORDS.contains(entry.key())) {
                findings.add(file.finding(
                        entry.line(),
                        "this word cannot be tried by a call: put the file in place where it is trusted"));
            }
            reason(entry.key(), entry.value()).forEach(why -> findings.add(file.finding(entry.line(), why)));
            look(file, entry.value(), entry.key().equals("parameters"), findings);
        });
        node.items().forEach(item -> {
            words("", item).forEach(why -> findings.add(file.finding(item.line(), why)));
            look(file, item, false, findings);
        });
    }

    private Stream<String> reason(String key, YamlNode value) {
        String text = value.text();
        if (text == null) {
            return key.equals("exception") ? value.items().stream().flatMap(HarmlessCheck::type) : Stream.empty();
        }
        return switch (key) {
            case "ref" -> beans.contains(text) ? Stream.empty() : Stream.of("no live route names this bean");
            case "method" ->
                CALL.matcher(text).matches()
                        ? words(key, value)
                        : Stream.of("a call takes fields of the message, words and small numbers");
            case "exception", "resultType" -> type(value);
            case "description", "note" -> Stream.empty();
            default -> words(key, value);
        };
    }

    private static Stream<String> type(YamlNode value) {
        return value.text() != null && TYPE.matcher(value.text()).matches()
                ? Stream.empty()
                : Stream.of("this class cannot be named here");
    }

    /** A number sign would lead to classes by name, and braces to settings. */
    private static Stream<String> words(String key, YamlNode value) {
        String text = value.text();
        if (text == null) {
            return Stream.empty();
        }
        Matcher tokens = TOKEN.matcher(text);
        long count = tokens.results().count();
        String rest = tokens.reset().replaceAll("");
        boolean plain = Stream.of("${", "$simple", "{{", "#").noneMatch(rest::contains);
        boolean harmless = plain
                && count <= MOST_EXPRESSIONS
                && !REACHES_OUT.matcher(text).find()
                && !(key.equals("expression") && SLOW.matcher(rest).find());
        return harmless
                ? Stream.empty()
                : Stream.of("an expression looks at fields of body, variables and headers, and at nothing else");
    }
}
