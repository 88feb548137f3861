package io.bactrian.optout;

import io.bactrian.domain.OptOutChange;
import io.bactrian.domain.Sender;
import io.bactrian.domain.Tenant;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The last words of one recipient, one for each sender that they said one about. Where it is unknown whether two of our
 * senders are the same to them, a number and the pool that may hold it, they count as the same: nobody is texted by what
 * they opted out of.
 */
public record Wishes(List<OptOutChange> last) {

    /** At the same instant, no is no. */
    private static final Comparator<OptOutChange> BY_TIME =
            Comparator.comparing(OptOutChange::at).thenComparing(OptOutChange::optedOut);

    public Wishes {
        last = last == null ? List.of() : List.copyOf(last);
    }

    /** The wish that keeps a sender of a tenant's from texting them, or null where they may be texted. */
    public OptOutChange against(Sender sender, String tenant) {
        Optional<OptOutChange> own = last.stream().filter(isAbout(sender)).max(BY_TIME);
        if (own.isPresent() && own.get().optedOut()) {
            return own.get();
        }
        return last.stream()
                .filter(OptOutChange::optedOut)
                .filter(wish -> isSeenBy(wish, tenant) && mayBeAbout(wish, sender))
                .filter(wish -> own.isEmpty() || !wish.at().isBefore(own.get().at()))
                .max(BY_TIME)
                .orElse(null);
    }

    /**
     * When they opted out of a sender that a tenant may use, and still are; null where they are not. A wish about all
     * senders counts until they opt in to any.
     */
    public Instant optedOutAt(String tenant) {
        return last.stream()
                .filter(wish -> wish.optedOut() && isSeenBy(wish, tenant) && !isLifted(wish, tenant))
                .map(OptOutChange::at)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private boolean isLifted(OptOutChange no, String tenant) {
        return last.stream()
                .filter(yes -> !yes.optedOut() && isSeenBy(yes, tenant))
                .filter(yes -> yes.at().isAfter(no.at()))
                .anyMatch(yes -> no.isForAll() || isOfService(yes, no.service()));
    }

    private Predicate<OptOutChange> isAbout(Sender sender) {
        String pool = pool(sender);
        return wish -> wish.sender() != null && wish.sender().equals(sender.number()) || isOfService(wish, pool);
    }

    /** The service that the sender is or belongs to, as far as we know. */
    private String pool(Sender sender) {
        return sender.service() != null
                ? sender.service()
                : last.stream()
                        .filter(wish -> wish.sender() != null && wish.sender().equals(sender.number()))
                        .map(OptOutChange::service)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private boolean mayBeAbout(OptOutChange wish, Sender sender) {
        if (wish.isForAll()) {
            return true;
        }
        boolean mayShareAPool =
                wish.service() == null || pool(sender) == null || wish.service().equals(pool(sender));
        return mayShareAPool && (wish.sender() == null || sender.number() == null);
    }

    private static boolean isOfService(OptOutChange wish, String service) {
        return service != null && wish.sender() == null && service.equals(wish.service());
    }

    /** The senders of the default tenant are everybody's who has none of their own. */
    private static boolean isSeenBy(OptOutChange wish, String tenant) {
        return wish.tenant().equals(tenant) || wish.tenant().equals(Tenant.DEFAULT);
    }

    @Override
    public String toString() {
        return "Wishes[" + last.size() + "]";
    }
}
