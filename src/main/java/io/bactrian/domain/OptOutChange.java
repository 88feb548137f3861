package io.bactrian.domain;

import java.time.Instant;

/**
 * Somebody asked not to be texted any more, or to be texted again, and how they said so.
 *
 * @param messageSid the message that said it, or ours that was refused for it; recording the same one twice changes nothing
 * @param phoneNumber whose wish it is
 * @param sender the number of ours that they wrote to
 * @param optedOut true to stop, false to start again
 * @param source {@code provider} where the provider read the keyword or knew the wish, {@code keyword} where we read it
 * @param wording the keyword itself, in capitals, or the code of the refusal
 */
public record OptOutChange(
        String messageSid,
        PhoneNumber phoneNumber,
        PhoneNumber sender,
        boolean optedOut,
        String source,
        String wording,
        Instant at) {

    @Override
    public String toString() {
        return "OptOutChange[" + messageSid + ", " + wording + "]";
    }
}
