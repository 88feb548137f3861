package io.bactrian.provider.simulator;

import java.util.function.Predicate;
import org.springframework.util.MultiValueMap;

/**
 * Which calls a caller wants listed.
 *
 * @param common what calls and messages are listed by alike
 * @param status Twilio's word, or null
 */
record CallQuery(MessageQuery common, String status) implements Predicate<SimulatedMessage> {

    private static final String START_TIME = "StartTime";

    /** @throws Refusal for a value that cannot be read */
    static CallQuery of(MultiValueMap<String, String> query) {
        return new CallQuery(MessageQuery.of(query, START_TIME), query.getFirst("Status"));
    }

    /** A call that has not begun has no start time, so whoever asks for one does not see it. */
    @Override
    public boolean test(SimulatedMessage message) {
        return message.isCall()
                && common.matches(message, message.sentAt())
                && (status == null || status.equals(CallJson.of(message).status()));
    }

    @Override
    public String toString() {
        return "CallQuery[" + common + "]";
    }
}
