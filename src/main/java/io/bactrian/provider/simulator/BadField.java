package io.bactrian.provider.simulator;

/** A form field that cannot be played. The message is the rule, never the value. */
final class BadField extends RuntimeException {

    private final String field;

    BadField(String field, String rule) {
        super(field + " " + rule, null, false, false);
        this.field = field;
    }

    String field() {
        return field;
    }
}
