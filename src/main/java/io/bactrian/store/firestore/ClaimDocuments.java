package io.bactrian.store.firestore;

import com.google.cloud.Timestamp;
import io.bactrian.domain.Channel;
import io.bactrian.domain.Claim;
import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.PollClaim;
import io.bactrian.turns.FairClaim;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a claim makes of the documents of the messages that it takes. */
public final class ClaimDocuments {

    private final OutgoingDocuments documents = new OutgoingDocuments();

    /** Collects what one claim gets. */
    public ClaimedMessages open() {
        return new ClaimedMessages();
    }

    /** Collects what a claim gets that takes turns. */
    public DueMessages inTurns(FairClaim fair) {
        return new DueMessages(fair);
    }

    /** Whether this version can make a message of the document. */
    public boolean isReadable(Map<String, Object> stored) {
        try {
            documents.message(stored);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** How many messages the next look is to find. */
    public int limit(DueMessages claimed) {
        return claimed.limit();
    }

    /** Which fields they are to have. */
    public Map<String, Object> wanted(DueMessages claimed) {
        return claimed.wanted();
    }

    /** Those of the messages found that are this claim's to take. */
    public List<Map<String, Object>> candidates(DueMessages claimed, List<Map<String, Object>> found) {
        return claimed.candidates(found);
    }

    /** Keeps a message that this claim has got. */
    public void took(ClaimedMessages claimed, Map<String, Object> stored, Map<String, Object> changes) {
        if (isReadable(stored)) {
            claimed.took(stored, changes);
        } else {
            claimed.putOff(stored);
        }
    }

    /** Keeps in mind that another instance got one. */
    public void lost(ClaimedMessages claimed, Map<String, Object> stored) {
        claimed.lost(stored);
    }

    /** The candidates whose text is not in flight to the same person in another message, nor another call where it is one. */
    public List<Map<String, Object>> withoutTwins(
            List<Map<String, Object>> candidates, List<Map<String, Object>> inFlight) {
        return candidates.stream()
                .filter(candidate -> inFlight.stream().noneMatch(other -> isTwin(candidate, other)))
                .toList();
    }

    private static boolean isTwin(Map<String, Object> one, Map<String, Object> other) {
        return !Objects.equals(one.get("id"), other.get("id"))
                && Objects.equals(one.get("phoneNumber"), other.get("phoneNumber"))
                && (Objects.equals(one.get("messageContent"), other.get("messageContent"))
                        || isCall(one) && isCall(other));
    }

    /** The provider does not tell of a call what was said, so that any other one looks the same. */
    private static boolean isCall(Map<String, Object> message) {
        return Channel.VOICE.toString().equals(message.get("channel"));
    }

    /** As a query takes it. */
    public Timestamp time(Instant instant) {
        return Fields.time(instant);
    }

    /**
     * The fields that change: a queued message begins its next attempt; of one that is being sent, the lease is new; one
     * that cannot be read is put off, so that it does not stand first in every claim.
     */
    public Map<String, Object> changes(Map<String, Object> stored, Claim claim) {
        if (!isReadable(stored)) {
            String when = stored.get("nextAttemptAt") == null ? "leaseUntil" : "nextAttemptAt";
            return putOff(when, claim.putOffUntil());
        }
        Fields fields = new Fields(stored);
        Map<String, Object> changes = new HashMap<>();
        changes.put("leaseOwner", claim.owner());
        changes.put("leaseUntil", Fields.time(claim.leaseUntil()));
        if (isQueued(fields)) {
            changes.put("status", MessageStatus.SENDING.toString());
            changes.put("attempts", fields.count("attempts") + 1);
            changes.put("asked", 0);
            changes.put("provider", claim.provider());
            changes.put("nextAttemptAt", null);
            changes.put(OutgoingDocuments.LANE, null);
        }
        return changes;
    }

    /** The time at which a sent message is asked about again: as far away again as it has been out. */
    public Map<String, Object> askedAgain(Map<String, Object> stored, PollClaim claim) {
        if (!isReadable(stored)) {
            return putOff("askAt", claim.putOffUntil());
        }
        Map<String, Object> changes = new HashMap<>();
        changes.put("askAt", Fields.time(nextAsk(new Fields(stored).instant("sentAt"), claim)));
        return changes;
    }

    private static Instant nextAsk(Instant sentAt, PollClaim claim) {
        if (sentAt == null || !sentAt.isAfter(claim.sentAfter())) {
            return null;
        }
        Instant doubled = claim.now().plus(Duration.between(sentAt, claim.now()));
        return doubled.isAfter(claim.askAgainAt()) ? doubled : claim.askAgainAt();
    }

    private static Map<String, Object> putOff(String field, Instant until) {
        return Map.of(field, Fields.time(until), "errorMessage", "this version cannot read the message");
    }

    /** Which attempt the message is in once it is claimed. */
    public String attempt(Map<String, Object> stored) {
        Fields fields = new Fields(stored);
        return String.valueOf(fields.count("attempts") + (isQueued(fields) ? 1 : 0));
    }

    /**
     * The attempt's own document. Where a message is claimed to be settled, it is there already, unless its instance
     * was killed between claiming and writing it: then the attempt began a lease before the lease ended.
     */
    public Map<String, Object> begun(Map<String, Object> stored, Claim claim) {
        Fields fields = new Fields(stored);
        Instant start = isQueued(fields) || fields.instant("leaseUntil") == null
                ? claim.now()
                : fields.instant("leaseUntil").minus(Duration.between(claim.now(), claim.leaseUntil()));
        Map<String, Object> attempt = new HashMap<>();
        attempt.put("number", Integer.valueOf(attempt(stored)));
        attempt.put("owner", isQueued(fields) ? claim.owner() : fields.text("leaseOwner"));
        attempt.put("provider", isQueued(fields) ? claim.provider() : fields.text("provider"));
        attempt.put("startedAt", Fields.time(start));
        return attempt;
    }

    private static boolean isQueued(Fields fields) {
        return MessageStatus.QUEUED.toString().equals(fields.text("status"));
    }
}
