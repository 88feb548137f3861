package io.bactrian.reference;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** The little of Markdown that the contract's descriptions use, as HTML: paragraphs and code. */
final class Words {

    private Words() {}

    static String paragraphs(String text) {
        return Arrays.stream(text.strip().split("\\n\\s*\\n"))
                .filter(paragraph -> !paragraph.isBlank())
                .map(paragraph -> "<p>" + line(paragraph) + "</p>")
                .collect(Collectors.joining("\n"));
    }

    static String line(String text) {
        return HtmlUtils.htmlEscape(text.strip(), "UTF-8").replaceAll("`([^`]+)`", "<code>$1</code>");
    }
}
