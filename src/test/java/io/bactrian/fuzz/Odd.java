package io.bactrian.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;

/** Values that stand where others were expected, all chosen by one seed. */
final class Odd {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "\uD83D",
            "\uDE00\uD83D",
            "👩‍👩‍👧‍👦🏴‍☠️",
            "‮override‬",
            "﷽",
            "é̂̃̄̅",
            "\r\nX-Injected: yes",
            "${header.Authorization} ${body} ${camelContext.stop}",
            "RAW(x)&to=direct:stop",
            "#{T(java.lang.Runtime)}",
            "{{sms.operator.password}}",
            "' or 1=1 --",
            "../../../../etc/passwd",
            "http://169.254.169.254/",
            "<script>alert(1)</script>",
            "null",
            "true",
            "-1",
            "NaN",
            "99999999999999999999",
            "2026-13-45T99:99:99Z",
            "+999999999-12-31T23:59:59Z",
            "-999999999-01-01T00:00:00Z",
            "0000-00-00T00:00:00Z",
            "2026-02-30T00:00:00+18:00",
            "9999-12-31T23:59:59.999999999-18:00",
            "2026-01-02T03:04:05");

    private final Random random;

    Odd(Random random) {
        this.random = random;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int chances) {
        return random.nextInt(chances) == 0;
    }

    <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    String text() {
        return switch (random.nextInt(8)) {
            case 0 -> Canary.TEXT;
            case 1 -> Canary.NUMBER;
            case 2 -> Canary.TEXT + any(TEXTS);
            case 3 -> any(TEXTS).repeat(1 + random.nextInt(40)) + Canary.TEXT;
            case 4 -> Canary.TEXT + "x".repeat(1 << random.nextInt(15));
            case 5 -> characters(1 + random.nextInt(60));
            default -> any(TEXTS);
        };
    }

    /** From all of Unicode, halves of characters too. */
    private String characters(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) random.nextInt(random.nextBoolean() ? 0x250 : 0x10000));
        }
        return text.toString();
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    JsonNode value() {
        return switch (random.nextInt(10)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.numberNode(random.nextInt());
            case 3 -> JSON.numberNode(new BigDecimal("1e" + random.nextInt(999)));
            case 4 -> JSON.numberNode(-0.5);
            case 5 -> JSON.arrayNode().add(text()).addNull();
            case 6 -> JSON.objectNode().put(Canary.TEXT, text());
            case 7 -> nested(1 + random.nextInt(60));
            default -> JSON.textNode(text());
        };
    }

    private static JsonNode nested(int depth) {
        ObjectNode inner = JSON.objectNode();
        for (int i = 0; i < depth; i++) {
            inner = JSON.objectNode().set("a", inner);
        }
        return inner;
    }
}
