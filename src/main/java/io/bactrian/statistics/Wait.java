package io.bactrian.statistics;

/** A time that somebody waits. */
public enum Wait {
    /** From when a text came in until the provider took its acknowledgment. */
    WEBHOOK_TO_ACKNOWLEDGMENT("webhook-to-acknowledgment"),
    /** From when a message was queued, or wanted, until the provider took it. */
    QUEUE_TO_PROVIDER("queue-to-provider");

    private final String word;

    Wait(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
