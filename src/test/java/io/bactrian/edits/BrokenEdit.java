package io.bactrian.edits;

import java.util.function.UnaryOperator;

/** The ways in which an edit of {@code inbound/receive-message.camel.yaml} can be broken, and what has to be said of each. */
enum BrokenEdit {
    HALF_WRITTEN("is in this file", text -> ""),
    NOT_YAML("not YAML", replace("    from:", "   from:")),
    UNKNOWN_STEP("setVarable", replace("- setVariable:", "- setVarable:")),
    UNKNOWN_KEY("variableSent", replace("variableSend:", "variableSent:")),
    UNKNOWN_LANGUAGE("simpel", replace("simple:", "simpel:")),
    UNKNOWN_COMPONENT("there is no component `dirct`", replace("uri: direct:find-user", "uri: dirct:find-user")),
    UNKNOWN_OPTION("no such option: `siz`", replace("uri: direct:log-incoming", seda("siz: 5"))),
    IMPOSSIBLE_OPTION("cannot be built", replace("uri: direct:log-incoming", seda("size: five"))),
    UNKNOWN_TARGET("direct:find-usr", replace("uri: direct:find-user", "uri: direct:find-usr")),
    UNKNOWN_BEAN("`registration` is near", replace("ref: registration", "ref: registratoin")),
    UNKNOWN_METHOD("has no method `marc`", replace("method: mark(", "method: marc(")),
    UNREADABLE_EXPRESSION("cannot be built", replace("${variable.keyword} != null", "${variable.keyword != null")),
    MISSING_SETTING("no setting is named `no.such`", replace("is logged; its", "is logged {{no.such}}; its")),
    HIDDEN_FAILURES(
            "hides its failures", replace("    description:", "    routeConfigurationId: tick\n    description:")),
    NO_POLICY(
            "nobody deals with failures",
            replace("uri: direct:receive-message", "uri: quartz:inbound/receive-message")),
    TAKEN_ID("is taken by", replace("id: receive-message", "id: send-message")),
    NEEDED_ADDRESS("direct:receive-message", replace("uri: direct:receive-message", "uri: direct:receive-mesage"));

    private final String said;
    private final UnaryOperator<String> edit;

    BrokenEdit(String said, UnaryOperator<String> edit) {
        this.said = said;
        this.edit = edit;
    }

    private static UnaryOperator<String> replace(String good, String bad) {
        return text -> {
            if (!text.contains(good)) {
                throw new IllegalArgumentException("the route no longer has: " + good);
            }
            return text.replace(good, bad);
        };
    }

    private static String seda(String option) {
        return "uri: seda:log-incoming\n            parameters:\n              " + option;
    }

    String of(String text) {
        return edit.apply(text);
    }

    /** A part of what a person is told. */
    String said() {
        return said;
    }
}
