package io.bactrian.provider.simulator;

import java.time.Instant;
import java.util.Optional;

/**
 * A message or call that the simulator has taken, as it stands.
 *
 * @param from null while a Messaging Service has not chosen its sender
 * @param segments how many parts the text takes
 * @param statusCallback where its statuses are posted, without fragment, or null
 * @param fate the error code that it will end with, or a word of {@link CallCourse}, or null where it arrives
 * @param errorCode the error code that it has ended with, or null
 * @param sendAt when a scheduled one is sent, UTC, or null
 * @param createdAt UTC
 * @param sentAt UTC, or null; of a call, when it began
 * @param updatedAt UTC
 * @param call what makes it a call, or null
 */
record SimulatedMessage(
        String sid,
        String accountSid,
        String to,
        String from,
        String messagingServiceSid,
        String body,
        int media,
        int segments,
        String statusCallback,
        Status status,
        String fate,
        String errorCode,
        Instant sendAt,
        Instant createdAt,
        Instant sentAt,
        Instant updatedAt,
        CallPlan call) {

    /** A message, and no call. */
    SimulatedMessage(
            String sid,
            String accountSid,
            String to,
            String from,
            String messagingServiceSid,
            String body,
            int media,
            int segments,
            String statusCallback,
            Status status,
            String fate,
            String errorCode,
            Instant sendAt,
            Instant createdAt,
            Instant sentAt,
            Instant updatedAt) {
        this(
                sid,
                accountSid,
                to,
                from,
                messagingServiceSid,
                body,
                media,
                segments,
                statusCallback,
                status,
                fate,
                errorCode,
                sendAt,
                createdAt,
                sentAt,
                updatedAt,
                null);
    }

    boolean isCall() {
        return call != null;
    }

    /** Whether its callback is told of where it stands. */
    boolean isTold() {
        return statusCallback != null && (call == null || call.told().contains(status));
    }

    /** The message one status further, or nothing where it has come to its end. */
    Optional<SimulatedMessage> next(String sender, Instant now) {
        if (isCall()) {
            return CallCourse.next(status, fate).map(next -> reached(next, now));
        }
        return switch (status) {
            case ACCEPTED, SCHEDULED ->
                Optional.of(with(Status.QUEUED, from == null ? sender : from, body, null, null, now));
            case QUEUED -> Optional.of(failsUnsent() ? ended(Status.FAILED, now) : sent(now));
            case SENT -> Optional.of(ended(fate == null ? Status.DELIVERED : Status.UNDELIVERED, now));
            default -> Optional.empty();
        };
    }

    /** The same without its text. */
    SimulatedMessage redacted(Instant now) {
        return with(status, from, "", errorCode, sentAt, now);
    }

    /** Canceled, or nothing where it is too late: Twilio cancels only what is scheduled. */
    Optional<SimulatedMessage> canceled(Instant now) {
        return status == Status.SCHEDULED
                ? Optional.of(with(Status.CANCELED, from, body, null, null, now))
                : Optional.empty();
    }

    /** Codes of the 30000s come back from the carrier; any other keeps the message from leaving at all. */
    private boolean failsUnsent() {
        return fate != null && !fate.startsWith("30");
    }

    private SimulatedMessage reached(Status next, Instant now) {
        Instant began = sentAt == null ? now : sentAt;
        return with(next, from, body, CallCourse.errorCode(next, fate), began, now);
    }

    private SimulatedMessage sent(Instant now) {
        return with(Status.SENT, from, body, null, now, now);
    }

    private SimulatedMessage ended(Status end, Instant now) {
        return with(end, from, body, fate, sentAt, now);
    }

    private SimulatedMessage with(
            Status status, String from, String body, String errorCode, Instant sent, Instant now) {
        return new SimulatedMessage(
                sid,
                accountSid,
                to,
                from,
                messagingServiceSid,
                body,
                media,
                segments,
                statusCallback,
                status,
                fate,
                errorCode,
                sendAt,
                createdAt,
                sent,
                now,
                call);
    }

    @Override
    public String toString() {
        return "SimulatedMessage[" + sid + ", " + status + "]";
    }
}
