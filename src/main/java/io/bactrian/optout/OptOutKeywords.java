package io.bactrian.optout;

import io.bactrian.domain.ChangesNothing;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.OptOutChange;
import io.bactrian.domain.User;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Reads opt-out, opt-in and help keywords. The lists are Twilio's defaults for long codes and services (its Advanced
 * Opt-Out tutorial, 2026); a keyword counts when it is the whole text, in any case.
 */
@Component("optOutKeywords")
@ChangesNothing
public class OptOutKeywords {

    private static final Map<Keyword, Set<String>> WORDS = Map.of(
            Keyword.STOP,
            Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"),
            Keyword.START,
            Set.of("START", "UNSTOP"),
            Keyword.HELP,
            Set.of("HELP", "INFO"));

    /** An ordinary answer too, so it opts in only somebody who had opted out. */
    private static final String YES = "YES";

    private static final int LONGEST_WORDING = 64;

    /**
     * What the message asks for, or null where it is an ordinary text. The provider's own reading comes first: it knows
     * keywords that were set up there.
     *
     * @param user who wrote it, or null where nobody knows them
     */
    public Keyword read(IncomingMessage message, User user) {
        if (message.optOutType() != null) {
            return byName(message.optOutType());
        }
        String text = normalized(message);
        if (text.equals(YES)) {
            return user != null && user.optedOut() ? Keyword.START : null;
        }
        return WORDS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(text))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /**
     * Whether a registered sender may be answered.
     *
     * @param duplicate whether the message was logged before: a YES that comes again may have opted its sender in the
     *     first time, and then it was no ordinary answer
     */
    public boolean allowAnswer(IncomingMessage message, User user, boolean duplicate) {
        return !user.optedOut() && !(duplicate && normalized(message).equals(YES));
    }

    /** The change that a STOP or a START makes, with its evidence; null for HELP, which changes nothing. */
    public OptOutChange change(IncomingMessage message, Keyword keyword) {
        if (keyword == Keyword.HELP) {
            return null;
        }
        String wording = normalized(message);
        return new OptOutChange(
                message.messageSid(),
                message.phoneNumber(),
                message.to(),
                keyword == Keyword.STOP,
                message.optOutType() == null ? "keyword" : "provider",
                wording.substring(0, Math.min(LONGEST_WORDING, wording.length())),
                message.receivedAt());
    }

    private static Keyword byName(String optOutType) {
        try {
            return Keyword.valueOf(optOutType.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return null; // a reading that Twilio may add later asks nothing of us
        }
    }

    private static String normalized(IncomingMessage message) {
        return message.messageContent().strip().toUpperCase(Locale.ROOT);
    }
}
