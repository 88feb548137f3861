package io.bactrian.outbound;

import io.bactrian.domain.AttemptOutcome;
import io.bactrian.domain.Claim;
import io.bactrian.domain.KnownReceipt;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.Receipt;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
        return Claim.of(BATCH, owner, null, clock.instant(), settings.lease().multipliedBy(LEASES));
    }

    /** @param candidates null where the provider cannot be asked */
    public List<String> ids(List<Receipt> candidates) {
        return candidates == null
                ? List.of()
                : candidates.stream().map(Receipt::providerMessageId).toList();
    }

    /**
     * @param candidates the provider's messages that this one may be, or null where it cannot be asked
     * @param known those of them whose message is known: another's receipt is none of this one
     */
    public AttemptOutcome settle(
            OutgoingMessage message, List<Receipt> candidates, List<KnownReceipt> known, String provider) {
        if (candidates == null) {
            return policy.undecided(message, provider);
        }
        Set<String> others = known.stream()
                .filter(receipt -> !receipt.messageId().equals(message.id()))
                .map(KnownReceipt::providerMessageId)
                .collect(Collectors.toSet());
        return candidates.stream()
                .filter(candidate -> !others.contains(candidate.providerMessageId()))
                .findFirst()
                .map(receipt -> policy.accepted(message, receipt))
                .orElseGet(() -> policy.unheardOf(message, provider));
    }
}
