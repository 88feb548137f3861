package io.bactrian.domain;

/**
 * The queue that a message waits in: one for each priority, tenant, batch and sender. The text is what is stored; in it
 * priorities come in order, and the lanes of one tenant next to each other.
 *
 * @param key {@code 2~acme~batch~+15005550006}, where batch and sender may be empty
 * @param number its place among the lanes of its priority that were looked at, from 1; 0 where that is not known
 */
public record Lane(String key, int number) {

    private static final char BETWEEN = '~';

    /** Where a message waits, as its store keeps it. */
    static String of(OutgoingMessage message) {
        String from = message.from() == null ? null : message.from().value();
        return of(message.priority(), message.tenant(), message.batchId(), from);
    }

    /**
     * @param batchId may be null
     * @param from the whole number of the sender, or null
     */
    public static String of(Priority priority, String tenant, String batchId, String from) {
        return "" + priority.ordinal() + BETWEEN + tenant + BETWEEN + (batchId == null ? "" : batchId) + BETWEEN
                + (from == null ? "" : from);
    }

    /** The priority as a number: 0 leaves first. */
    public int rank() {
        return key.charAt(0) - '0';
    }

    public String tenant() {
        return key.substring(0, key.indexOf(BETWEEN, 2));
    }

    /** The tenant and the batch; all messages of the tenant that are of no batch are one. */
    public String batch() {
        return key.substring(0, key.lastIndexOf(BETWEEN));
    }

    /** The number that its messages are sent from, or null for the provider's default. */
    public PhoneNumber sender() {
        String number = key.substring(key.lastIndexOf(BETWEEN) + 1);
        return number.isEmpty() ? null : new PhoneNumber(number);
    }

    /** Without the sender. */
    @Override
    public String toString() {
        return "Lane[" + batch() + "]";
    }
}
