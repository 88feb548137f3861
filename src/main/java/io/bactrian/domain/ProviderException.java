package io.bactrian.domain;

import java.time.Duration;

/**
 * A provider did not take a message, or nobody knows whether it did. The provider's adapter names the failure; one
 * place, the retry policy, decides what it means. The message never holds a number or a text.
 */
public class ProviderException extends RuntimeException {

    /** What is known about the message after the call. */
    public enum Failure {
        /** Surely not sent, and the provider's doing: refused or failed connect, DNS, 429. Safe to send again. */
        NOT_SENT,
        /** Surely not sent, because we did not call: nothing is said about the message or the provider. */
        NOT_CALLED,
        /** Refused for good: the same call would be refused again. */
        REJECTED,
        /** Refused because of the account, the credentials or the sender; nothing is wrong with the message. */
        CONFIGURATION,
        /** Perhaps sent: 5xx, a read time-out, a connection that broke after the request. */
        UNKNOWN
    }

    private final Failure failure;
    private final String code;
    private final Duration retryAfter;

    /**
     * @param code the provider's error code, or null where it gave none
     * @param reason in words, without personal data
     * @param retryAfter how long the provider asked us to wait, or null
     */
    public ProviderException(Failure failure, String code, String reason, Duration retryAfter) {
        super(reason);
        this.failure = failure;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    public Failure failure() {
        return failure;
    }

    public String code() {
        return code;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
