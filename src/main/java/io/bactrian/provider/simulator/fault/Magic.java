package io.bactrian.provider.simulator.fault;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a recipient's number or a text asks for, whatever the plan says. The numbers are of a range that no phone has.
 *
 * @param word the name of a fault, of a fault of callbacks, or {@link #SLOW}
 * @param code the error code that goes with the word, or alone says how the message ends; or null
 * @param firstOnly whether only the first call for a message meets it
 */
record Magic(String word, Integer code, boolean firstOnly) {

    static final String SLOW = "slow";
    static final String UNDELIVERED = "undelivered";

    /** How a call ends, by the word that asks for it: Twilio's words. */
    private static final Map<String, String> CALL_ENDINGS =
            Map.of("call-busy", "busy", "call-no-answer", "no-answer", "call-failed", "failed");

    private static final Pattern NUMBER = Pattern.compile("(?:.*:)?\\+150055502(\\d\\d)");
    private static final Pattern TEXT = Pattern.compile("SIMULATE ([a-z-]+)(?: (\\d{5}))?");
    private static final int ONCE = 50;

    private static final Map<Integer, String> WORDS = Map.ofEntries(
            Map.entry(1, Fault.BUSY.toString()),
            Map.entry(2, Fault.UNAUTHORIZED.toString()),
            Map.entry(3, Fault.FORBIDDEN.toString()),
            Map.entry(4, Fault.FAIL_BEFORE.toString()),
            Map.entry(5, Fault.FAIL_AFTER.toString()),
            Map.entry(6, Fault.HANG_BEFORE.toString()),
            Map.entry(7, Fault.HANG_AFTER.toString()),
            Map.entry(8, Fault.CUT_BEFORE.toString()),
            Map.entry(9, Fault.CUT_AFTER.toString()),
            Map.entry(10, Fault.CUT_MIDWAY.toString()),
            Map.entry(11, SLOW),
            Map.entry(21, CallbackFault.LOSE.toString()),
            Map.entry(22, CallbackFault.TWICE.toString()),
            Map.entry(23, CallbackFault.DELAY.toString()),
            Map.entry(24, CallbackFault.REORDER.toString()),
            Map.entry(25, CallbackFault.EARLY.toString()),
            Map.entry(26, CallbackFault.REVERSE.toString()),
            Map.entry(31, UNDELIVERED),
            Map.entry(41, "call-busy"),
            Map.entry(42, "call-no-answer"),
            Map.entry(43, "call-failed"));

    /** The text comes first; null or empty where neither asks for anything. */
    static Optional<Magic> of(String to, String text) {
        return ofText(text).or(() -> ofNumber(to));
    }

    /** How a call is to end, in Twilio's word, or null where nothing is said of that. */
    String callEnding() {
        return CALL_ENDINGS.get(word);
    }

    /** Whether the word is one of those above; any other text is a text. */
    private boolean isKnown() {
        return word.equals(Fault.REFUSE.toString()) || WORDS.containsValue(word);
    }

    private static Optional<Magic> ofText(String text) {
        Matcher matcher = TEXT.matcher(text == null ? "" : text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Integer code = matcher.group(2) == null ? null : Integer.valueOf(matcher.group(2));
        return Optional.of(new Magic(matcher.group(1), code, false)).filter(Magic::isKnown);
    }

    private static Optional<Magic> ofNumber(String to) {
        Matcher matcher = NUMBER.matcher(to == null ? "" : to);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(matcher.group(1));
        String word = WORDS.get(number % ONCE);
        return Optional.ofNullable(word).map(known -> new Magic(known, null, number >= ONCE));
    }
}
