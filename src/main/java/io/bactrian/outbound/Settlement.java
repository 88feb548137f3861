package io.bactrian.outbound;

import io.bactrian.domain.AttemptOutcome;
import io.bactrian.domain.Claim;
import io.bactrian.domain.KnownReceipt;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.Receipt;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Finds out what became of an attempt that ended in silence: a time-out, a cut connection, a killed process. The
 * provider's own list of messages says whether it took this one; only where it did not is it sent again.
 */
@Component("settlement")
public class Settlement {

    /** Settled before the next are claimed; each may ask the provider for as long as a call can take. */
    private static final int BATCH = 20;

    /** In leases of a delivery: longer than a whole batch can take. */
    private static final int LEASES = 5;

    private final DispatchSettings settings;
    private final RetryPolicy policy;
    private final String owner;
    private final Clock clock;

    Settlement(DispatchSettings settings, RetryPolicy policy, Instance instance, Clock clock) {
        this.settings = settings;
        this.policy = policy;
        this.owner = instance.id();
        this.clock = clock;
    }

    public Claim claim() {
        return Claim.of(BATCH, owner, null, clock.instant(), settlingLease());
    }

    /** @param candidates null where the provider cannot be asked */
    public List<String> ids(List<Receipt> candidates) {
        return candidates == null
                ? List.of()
                : candidates.stream().map(Receipt::providerMessageId).toList();
    }

    /**
     * @param candidates the provider's messages that this one may be, or null where it did not tell
     * @param known those of them whose message is known: its own settles it first, another's is none of this one
     * @param unanswered true where it was asked and that came to nothing, false where it cannot be asked
     */
    public AttemptOutcome settle(
            OutgoingMessage message,
            List<Receipt> candidates,
            List<KnownReceipt> known,
            String provider,
            boolean unanswered) {
        if (candidates == null) {
            return unanswered ? policy.unanswered(message, provider) : policy.undecided(message, provider);
        }
        Map<String, String> owners = new HashMap<>();
        known.forEach(receipt -> owners.put(receipt.providerMessageId(), receipt.messageId()));
        Predicate<Receipt> own = candidate -> message.id().equals(owners.get(candidate.providerMessageId()));
        Predicate<Receipt> nobodys =
                candidate -> !owners.containsKey(candidate.providerMessageId()) && isOfThen(candidate, message);
        return candidates.stream()
                .filter(own)
                .findFirst()
                .or(() -> candidates.stream().filter(nobodys).findFirst())
                .map(receipt -> policy.accepted(message, receipt))
                .orElseGet(() -> policy.unheardOf(message, provider));
    }

    /**
     * What was taken after the silent message was claimed for settling is a later one's, with the same text: the call of
     * this one was long over.
     */
    private boolean isOfThen(Receipt candidate, OutgoingMessage message) {
        return candidate.takenAt() == null
                || message.leaseUntil() == null
                || !candidate.takenAt().isAfter(message.leaseUntil().minus(settlingLease()));
    }

    private Duration settlingLease() {
        return settings.lease().multipliedBy(LEASES);
    }
}
