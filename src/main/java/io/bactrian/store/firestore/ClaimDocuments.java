package io.bactrian.store.firestore;

import com.google.cloud.Timestamp;
import io.bactrian.domain.Claim;
import io.bactrian.domain.MessageStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a claim makes of the documents of the messages that it takes. */
public final class ClaimDocuments {

    /** Collects what one claim gets. */
    public ClaimedMessages open(Claim claim) {
        return new ClaimedMessages(claim.limit());
    }

    /** How many messages the next look is to find. */
    public int nextRound(ClaimedMessages claimed) {
        return claimed.nextRound();
    }

    /** Which fields they are to have. */
    public Map<String, Object> wanted(ClaimedMessages claimed) {
        return claimed.wanted();
    }

    /** Those of the messages found that are this claim's to take. */
    public List<Map<String, Object>> candidates(ClaimedMessages claimed, List<Map<String, Object>> found) {
        return claimed.candidates(found);
    }

    /** Keeps a message that this claim has got. */
    public void took(ClaimedMessages claimed, Map<String, Object> stored, Map<String, Object> changes) {
        claimed.took(stored, changes);
    }

    /** Keeps in mind that another instance got one. */
    public void lost(ClaimedMessages claimed) {
        claimed.lost();
    }

    /** The candidates whose text is not in flight to the same person in another message. */
    public List<Map<String, Object>> withoutTwins(
            List<Map<String, Object>> candidates, List<Map<String, Object>> inFlight) {
        return candidates.stream()
                .filter(candidate -> inFlight.stream().noneMatch(other -> isTwin(candidate, other)))
                .toList();
    }

    private static boolean isTwin(Map<String, Object> one, Map<String, Object> other) {
        return !Objects.equals(one.get("id"), other.get("id"))
                && Objects.equals(one.get("phoneNumber"), other.get("phoneNumber"))
                && Objects.equals(one.get("messageContent"), other.get("messageContent"));
    }

    /** As a query takes it. */
    public Timestamp now(Claim claim) {
        return Fields.time(claim.now());
    }

    /** The fields that change: a queued message begins its next attempt; of one that is being sent, the lease is new. */
    public Map<String, Object> changes(Map<String, Object> stored, Claim claim) {
        Fields fields = new Fields(stored);
        Map<String, Object> changes = new HashMap<>();
        changes.put("leaseOwner", claim.owner());
        changes.put("leaseUntil", Fields.time(claim.leaseUntil()));
        if (isQueued(fields)) {
            changes.put("status", MessageStatus.SENDING.toString());
            changes.put("attempts", fields.count("attempts") + 1);
            changes.put("provider", claim.provider());
            changes.put("nextAttemptAt", null);
        }
        return changes;
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
