package io.bactrian.optout;

import io.bactrian.domain.ChangesNothing;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.OptOutChange;
import io.bactrian.domain.OptOutSource;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Sender;
import io.bactrian.domain.User;
import java.util.List;
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
     * Whether what the sender said before matters to this message. Most texts need no such look-up.
     *
     * @param user who wrote it, or null where nobody knows them
     */
    public boolean dependsOnWishes(IncomingMessage message, User user) {
        return isYes(message) || user != null && user.optedOut();
    }

    /** Who wrote it, as the port that finds opt-outs takes it. */
    public List<PhoneNumber> writers(IncomingMessage message) {
        return List.of(message.phoneNumber());
    }

    /**
     * What the message asks for, or null where it is an ordinary text. The provider's own reading comes first: it knows
     * keywords that were set up there.
     *
     * @param wishes the last words of its sender, or null where nobody looked
     */
    public Keyword read(IncomingMessage message, List<OptOutChange> wishes) {
        if (message.optOutType() != null) {
            return byName(message.optOutType());
        }
        String text = normalized(message);
        if (text.equals(YES)) {
            return hasOptedOut(message, wishes) ? Keyword.START : null;
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
     * @param wishes the last words of the sender, or null where nobody looked
     * @param duplicate whether the message was logged before: a YES that comes again may have opted its sender in the
     *     first time, and then it was no ordinary answer
     */
    public boolean allowAnswer(IncomingMessage message, List<OptOutChange> wishes, boolean duplicate) {
        return !hasOptedOut(message, wishes) && !(duplicate && isYes(message));
    }

    /** Of what they wrote to: the number, and the service that it was answering for. */
    private static boolean hasOptedOut(IncomingMessage message, List<OptOutChange> wishes) {
        Sender ours = new Sender(message.to(), message.messagingServiceSid());
        return new Wishes(wishes).against(ours, message.tenant()) != null;
    }

    /**
     * The changes that a STOP or a START makes, with their evidence: about the number that they wrote to, and about the
     * whole service where it belongs to one. None for HELP.
     */
    public List<OptOutChange> changes(IncomingMessage message, Keyword keyword) {
        if (keyword == Keyword.HELP) {
            return List.of();
        }
        OptOutChange change = new OptOutChange(
                message.messageSid(),
                message.phoneNumber(),
                message.to(),
                message.messagingServiceSid(),
                keyword == Keyword.STOP,
                message.optOutType() == null ? OptOutSource.KEYWORD : OptOutSource.OPT_OUT_TYPE,
                wording(message),
                null,
                null,
                message.receivedAt(),
                message.tenant());
        boolean ofNumber = change.sender() != null && change.service() != null;
        return ofNumber ? List.of(change, change.ofService()) : List.of(change);
    }

    /** The keyword and nothing else: a provider may read one out of a longer text, which is not for the record. */
    private static String wording(IncomingMessage message) {
        String text = normalized(message);
        boolean oneWord = text.length() <= LONGEST_WORDING && text.matches("\\S+");
        return message.optOutType() == null || oneWord ? text : message.optOutType();
    }

    private static Keyword byName(String optOutType) {
        try {
            return Keyword.valueOf(optOutType.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return null; // a reading that Twilio may add later asks nothing of us
        }
    }

    private static boolean isYes(IncomingMessage message) {
        return message.optOutType() == null && normalized(message).equals(YES);
    }

    private static String normalized(IncomingMessage message) {
        return message.messageContent().strip().toUpperCase(Locale.ROOT);
    }
}
