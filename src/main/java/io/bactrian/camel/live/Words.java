package io.bactrian.camel.live;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** What Camel says is wrong with a route, in words of ours that name what to change and quote no value. */
final class Words {

    private static final Pattern SETTING = Pattern.compile("Property with key \\[([^\\]]+)]");
    private static final Pattern COMPONENT =
            Pattern.compile("o component found with scheme: ?([\\w.+-]+)|o endpoint could be found for: ?([\\w.+-]+)");
    private static final Pattern OPTIONS = Pattern.compile("Unknown parameters=\\[\\{(.*)}]");
    private static final Pattern OPTION = Pattern.compile("(?:^|, )([\\w.-]+)=");
    private static final Pattern VALUE = Pattern.compile("=[^\\s,}\\]&]+|\\d{7,}|\\?\\S+");
    private static final int LONGEST = 200;

    private Words() {}

    /** From 1, or 0 where it is not told. */
    static int line(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MarkedYamlEngineException marked
                    && marked.getProblemMark().isPresent()) {
                return marked.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            }
        }
        return 0;
    }

    static String of(Throwable failure) {
        Throwable root = root(failure);
        String said = all(failure);
        Matcher setting = SETTING.matcher(said);
        if (setting.find()) {
            return "no setting is named `" + setting.group(1) + "`: set it, or correct the placeholder";
        }
        Matcher options = OPTIONS.matcher(said);
        if (options.find()) {
            return "no such option: `" + names(options.group(1)) + "`; correct or remove it below `parameters:`";
        }
        Matcher component = COMPONENT.matcher(said);
        if (component.find()) {
            String scheme = component.group(1) == null ? component.group(2) : component.group(1);
            return "there is no component `" + scheme + "`: correct the uri, or add the component to the gateway";
        }
        return root instanceof MarkedYamlEngineException
                ? "this is not Camel's YAML: " + plain(root) + "; correct the word or its indentation"
                : "it cannot be built: " + plain(root);
    }

    private static String names(String options) {
        return OPTION.matcher(options).results().map(found -> found.group(1)).collect(Collectors.joining("`, `"));
    }

    private static String all(Throwable failure) {
        StringBuilder said = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            said.append(cause.getMessage()).append('\n');
        }
        return said.toString();
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }

    private static String plain(Throwable root) {
        String message = root instanceof MarkedYamlEngineException marked
                ? marked.getProblem()
                : String.valueOf(root.getMessage());
        String line = VALUE.matcher(message.lines().findFirst().orElse("")).replaceAll("…");
        return line.substring(0, Math.min(line.length(), LONGEST)) + " ("
                + root.getClass().getSimpleName() + ")";
    }
}
