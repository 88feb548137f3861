package io.bactrian.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Somebody asked not to be texted any more, or to be texted again, by one sender of ours or by all, and how we know.
 *
 * @param id of this change; recording the same one twice changes nothing. It begins with the id of the message that said
 *     so, where there is one: the text that came in, or ours that was refused
 * @param phoneNumber whose wish it is
 * @param sender the number of ours that it is about, or null
 * @param service the messaging service that the wish is about where there is no {@code sender}, else the one that the
 *     sender belongs to, or null; where both are null, it is about all senders
 * @param optedOut true to stop, false to start again
 * @param wording the keyword itself, in capitals, or the code of the refusal; never any other text
 * @param reason what whoever put it on record gives for it, or null
 * @param recordedBy who put it on record, or null where it came from the recipient or the provider
 * @param at UTC, in whole microseconds; an older wish never overrules a newer one
 * @param tenant whose sender it is about; of the tenant {@code default}, all senders are those of the whole house
 */
public record OptOutChange(
        String id,
        PhoneNumber phoneNumber,
        PhoneNumber sender,
        String service,
        boolean optedOut,
        OptOutSource source,
        String wording,
        String reason,
        String recordedBy,
        Instant at,
        String tenant) {

    /** The scope of a wish about all senders of the house. */
    public static final String ALL = "*";

    /** Between the id of a message and what else makes the id of a change. */
    public static final String BESIDE = "~";

    public OptOutChange {
        tenant = tenant == null ? Tenant.DEFAULT : tenant;
        // What every store keeps: one that rounds up would find this wish older than itself.
        at = at == null ? null : at.truncatedTo(ChronoUnit.MICROS);
    }

    /** What it is about, in one word: of each recipient and scope the last wish stands. */
    public String scope() {
        if (sender != null) {
            return sender.value();
        }
        if (service != null) {
            return service;
        }
        return Tenant.DEFAULT.equals(tenant) ? ALL : ALL + BESIDE + tenant;
    }

    public boolean isForAll() {
        return sender == null && service == null;
    }

    /** The message that said so, or null where nobody knows one. */
    public String messageId() {
        boolean byHand = source == OptOutSource.IMPORT || source == OptOutSource.API;
        return id == null || byHand ? null : id.split(BESIDE, 2)[0];
    }

    /** The same wish about the service through which it came; the id is one of its own. */
    public OptOutChange ofService() {
        return new OptOutChange(
                id + BESIDE + service,
                phoneNumber,
                null,
                service,
                optedOut,
                source,
                wording,
                reason,
                recordedBy,
                at,
                Tenant.DEFAULT);
    }

    @Override
    public String toString() {
        return "OptOutChange[" + id + ", " + wording + "]";
    }
}
