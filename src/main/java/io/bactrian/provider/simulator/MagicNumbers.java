package io.bactrian.provider.simulator;

import java.util.Map;
import java.util.OptionalInt;

/**
 * The numbers with which Twilio's test credentials play each refusal (Twilio's documentation, "Test credentials",
 * read 2026-11).
 */
final class MagicNumbers {

    static final String VALID_SENDER = "+15005550006";
    private static final int NOT_YOURS = 21606;
    private static final Map<String, Integer> SENDERS =
            Map.of("+15005550001", 21212, "+15005550007", NOT_YOURS, "+15005550008", 21611);
    private static final Map<String, Integer> RECIPIENTS = Map.of(
            "+15005550001", 21211,
            "+15005550002", 21612,
            "+15005550003", 21408,
            "+15005550004", 21610,
            "+15005550009", 21614);

    private static final int NOT_VERIFIED = 21210;
    private static final Map<String, Integer> CALLERS = Map.of("+15005550001", 21212);
    private static final Map<String, Integer> CALLED = Map.of(
            "+15005550001", 21217,
            "+15005550002", 21214,
            "+15005550003", 21215,
            "+15005550004", 21216);

    private MagicNumbers() {}

    /**
     * Why a message cannot come from there, if so. The table knows one valid sender; the account's own number is one
     * too, or a gateway with its real number in the settings could not be tried.
     */
    static OptionalInt refusalOfSender(String from, boolean accountsOwn) {
        String number = Address.number(from);
        Integer code = SENDERS.get(number);
        if (code != null) {
            return OptionalInt.of(code);
        }
        return number.equals(VALID_SENDER) || accountsOwn ? OptionalInt.empty() : OptionalInt.of(NOT_YOURS);
    }

    /** Why a message cannot go there, if so. */
    static OptionalInt refusalOfRecipient(String to) {
        Integer code = RECIPIENTS.get(Address.number(to));
        return code == null ? OptionalInt.empty() : OptionalInt.of(code);
    }

    /** Why a call cannot come from there, if so; the account's own number is a valid one here too. */
    static OptionalInt refusalOfCallFrom(String from, boolean accountsOwn) {
        Integer code = CALLERS.get(from);
        if (code != null) {
            return OptionalInt.of(code);
        }
        return from.equals(VALID_SENDER) || accountsOwn ? OptionalInt.empty() : OptionalInt.of(NOT_VERIFIED);
    }

    /** Why a call cannot go there, if so. */
    static OptionalInt refusalOfCallTo(String to) {
        Integer code = CALLED.get(to);
        return code == null ? OptionalInt.empty() : OptionalInt.of(code);
    }
}
