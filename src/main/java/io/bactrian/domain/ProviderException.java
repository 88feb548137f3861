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

    /** Whom the failure would befall. */
    public enum Reach {
        /** This message; the provider is at work, and the next one may go through. */
        MESSAGE,
        /** Every message that is given to the provider now. */
        PROVIDER,
        /** Nobody asked the provider: the gateway itself did not let the message go. */
        GATEWAY
    }

    private final Failure failure;
    private final Reach reach;
    private final String code;
    private final Duration retryAfter;

    /**
     * @param code the provider's error code, or null where it gave none
     * @param reason in words, without personal data
     * @param retryAfter how long the provider asked us to wait, or null
     */
    public ProviderException(Failure failure, String code, String reason, Duration retryAfter) {
        this(failure, reach(failure), code, reason, retryAfter);
    }

    private ProviderException(Failure failure, Reach reach, String code, String reason, Duration retryAfter) {
        super(reason);
        this.failure = failure;
        this.reach = reach;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    /** Surely not sent, and no other message would be now: the provider cannot be reached, or wants to be left alone. */
    public static ProviderException away(String code, String reason, Duration retryAfter) {
        return new ProviderException(Failure.NOT_SENT, Reach.PROVIDER, code, reason, retryAfter);
    }

    /** Refused for good by the gateway itself; the provider is not asked. */
    public static ProviderException refusedHere(String code, String reason) {
        return new ProviderException(Failure.REJECTED, Reach.GATEWAY, code, reason, null);
    }

    private static Reach reach(Failure failure) {
        return switch (failure) {
            case CONFIGURATION, UNKNOWN -> Reach.PROVIDER;
            case NOT_CALLED -> Reach.GATEWAY;
            case NOT_SENT, REJECTED -> Reach.MESSAGE;
        };
    }

    public Failure failure() {
        return failure;
    }

    public Reach reach() {
        return reach;
    }

    public String code() {
        return code;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
