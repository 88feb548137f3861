package io.bactrian.faults;

import io.bactrian.domain.ExpiryClaim;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ids of the messages that went wrong; all empty is the promise.
 *
 * @param missing accepted by us, and not in our log, or in our log as sent and with nobody to whom it was sent
 * @param twice sent twice, or sent and not in our log
 * @param stuck queued or sending, when all is quiet
 * @param wrong with another status, or another receipt, than the provider has
 */
record Verdict(Set<String> missing, Set<String> twice, Set<String> stuck, Set<String> wrong) {

    private static final Set<String> UNDER_WAY = Set.of("queued", "sending");
    private static final Set<String> EXPIRED_TOO = Stream.concat(
                    Weather.REFUSALS.stream(), Stream.of(ExpiryClaim.EXPIRED))
            .collect(Collectors.toSet());

    static Verdict of(Accepted accepted, Logged logged, Truth truth) {
        return of(accepted, logged, truth, Set.of());
    }

    /** @param mayExpire the ids of those that were worth sending for a short while only */
    static Verdict of(Accepted accepted, Logged logged, Truth truth, Set<String> mayExpire) {
        Verdict verdict = new Verdict(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        accepted.texts().stream()
                .filter(sid -> !logged.incoming().contains(sid))
                .forEach(verdict.missing::add);
        accepted.textsToAnswer().stream()
                .map(sid -> "ack-" + sid)
                .filter(id -> !logged.outgoing().containsKey(id))
                .forEach(verdict.missing::add);
        accepted.sends().stream()
                .filter(id -> !logged.outgoing().containsKey(id))
                .forEach(verdict.missing::add);
        truth.accepted().forEach((id, messages) -> {
            if (messages.size() > 1 || !logged.outgoing().containsKey(id)) {
                verdict.twice.add(id);
            }
        });
        logged.outgoing()
                .forEach((id, message) -> verdict.judge(
                        id, message, truth.accepted(), mayExpire.contains(id) ? EXPIRED_TOO : Weather.REFUSALS));
        return verdict;
    }

    private void judge(String id, Logged.Outgoing ours, Map<String, List<Truth.Accepted>> truth, Set<String> reasons) {
        List<Truth.Accepted> theirs = truth.getOrDefault(id, List.of());
        if (UNDER_WAY.contains(ours.status())) {
            stuck.add(id);
        } else if (ours.status().equals("failed") && theirs.isEmpty()) {
            if (!reasons.contains(ours.errorCode())) {
                wrong.add(id);
            }
        } else if (theirs.isEmpty()) {
            missing.add(id);
        } else if (theirs.stream().noneMatch(message -> isSame(ours, message))) {
            wrong.add(id);
        }
    }

    private static boolean isSame(Logged.Outgoing ours, Truth.Accepted theirs) {
        return ours.status().equals(theirs.status()) && theirs.sid().equals(ours.providerMessageId());
    }

    boolean isClean() {
        return missing.isEmpty() && twice.isEmpty() && stuck.isEmpty() && wrong.isEmpty();
    }
}
