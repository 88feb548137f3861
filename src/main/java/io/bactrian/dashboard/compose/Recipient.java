package io.bactrian.dashboard.compose;

/**
 * Whom a text is for, as the page names them: {@code user:42}, {@code group:} and its id, or {@code number:} and a number that was typed.
 *
 * @param field of a call to send
 */
record Recipient(String field, String value) {

    private static final String NUMBER = "number:";
    private static final String USER = "user:";
    private static final String GROUP = "group:";

    /** The name of no field of a call to send: a group has a call of its own. */
    private static final String TO_GROUP = "group";

    static Recipient of(String who) {
        if (who.startsWith(GROUP)) {
            return new Recipient(TO_GROUP, who.substring(GROUP.length()));
        }
        return who.startsWith(NUMBER)
                ? new Recipient("to", who.substring(NUMBER.length()))
                : new Recipient("userId", who.startsWith(USER) ? who.substring(USER.length()) : who);
    }

    boolean isGroup() {
        return field.equals(TO_GROUP);
    }

    @Override
    public String toString() {
        return "Recipient[" + field + "]";
    }
}
