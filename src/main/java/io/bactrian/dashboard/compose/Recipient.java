package io.bactrian.dashboard.compose;

/**
 * Whom a text is for, as the page names them: {@code user:42}, or {@code number:} and a number that was typed.
 *
 * @param field of a call to send
 */
record Recipient(String field, String value) {

    private static final String NUMBER = "number:";
    private static final String USER = "user:";

    static Recipient of(String who) {
        return who.startsWith(NUMBER)
                ? new Recipient("to", who.substring(NUMBER.length()))
                : new Recipient("userId", who.startsWith(USER) ? who.substring(USER.length()) : who);
    }

    @Override
    public String toString() {
        return "Recipient[" + field + "]";
    }
}
