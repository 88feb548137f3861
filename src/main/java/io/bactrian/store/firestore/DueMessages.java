package io.bactrian.store.firestore;

import io.bactrian.domain.Lane;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.turns.FairClaim;
import io.bactrian.turns.LaneLook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one claim has got so far of what is due, and where it looks next. The first look is for whatever is due; mostly
 * that is less than is wanted, and all of it is taken that its senders may send. Where more is due, the lanes are found,
 * and take turns.
 */
public final class DueMessages extends ClaimedMessages {

    private final OutgoingDocuments documents = new OutgoingDocuments();
    private final FairClaim fair;
    private final Map<String, OutgoingMessage> chosen = new HashMap<>();
    private Stage stage = Stage.WHATEVER;
    private LaneLook look;

    private enum Stage {
        WHATEVER,
        LANES,
        LOOKS,
        OVER
    }

    DueMessages(FairClaim fair) {
        this.fair = fair;
    }

    public FairClaim fair() {
        return fair;
    }

    /** Whether there may be more to be had. */
    public synchronized boolean isUnfinished() {
        return isLaneless() || isReadyToLook();
    }

    /** Whether the lanes have to be found first. */
    public synchronized boolean isLaneless() {
        return stage == Stage.LANES;
    }

    public synchronized void lanes(List<Lane> lanes) {
        fair.goOn(lanes);
        stage = Stage.LOOKS;
    }

    /** Whether it is known where to look. */
    public synchronized boolean isReadyToLook() {
        if (stage == Stage.LOOKS && look == null) {
            look = fair.next();
            stage = look == null ? Stage.OVER : Stage.LOOKS;
        }
        return stage == Stage.WHATEVER || stage == Stage.LOOKS;
    }

    /** How many to look for; one more of whatever is due: is that all? */
    public synchronized int limit() {
        return stage == Stage.WHATEVER ? fair.missing() + 1 : look.limit();
    }

    /** The fields that this look asks for, beside the time. */
    public synchronized Map<String, Object> wanted() {
        return stage == Stage.WHATEVER ? Map.of() : Map.of(OutgoingDocuments.LANE, look.lane());
    }

    /** Those that are to be taken, or put off. */
    public synchronized List<Map<String, Object>> candidates(List<Map<String, Object>> found) {
        List<Map<String, Object>> meant = stage == Stage.WHATEVER ? first(found) : found;
        Map<String, OutgoingMessage> read = new HashMap<>();
        List<Map<String, Object>> unreadable = new ArrayList<>();
        for (Map<String, Object> stored : meant) {
            try {
                read.put(id(stored), documents.message(stored));
            } catch (RuntimeException e) {
                unreadable.add(stored);
            }
        }
        choose(meant, read);
        List<Map<String, Object>> candidates = new ArrayList<>(unreadable);
        meant.stream().filter(stored -> chosen.containsKey(id(stored))).forEach(candidates::add);
        return candidates;
    }

    /** Where more is due than is wanted, only what an older version or another program has put into no lane. */
    private List<Map<String, Object>> first(List<Map<String, Object>> found) {
        boolean sawAll = found.size() <= fair.missing();
        stage = sawAll ? Stage.OVER : Stage.LANES;
        return sawAll
                ? found
                : found.stream()
                        .filter(stored -> stored.get(OutgoingDocuments.LANE) == null)
                        .limit(fair.missing())
                        .toList();
    }

    private void choose(List<Map<String, Object>> meant, Map<String, OutgoingMessage> read) {
        List<OutgoingMessage> messages = meant.stream()
                .map(DueMessages::id)
                .filter(read::containsKey)
                .map(read::get)
                .toList();
        chosen.clear();
        if (look == null) {
            fair.foundAll(messages);
        } else {
            fair.found(messages);
            look = null;
        }
        messages.stream().filter(fair::has).forEach(message -> chosen.put(message.id(), message));
    }

    @Override
    public synchronized void lost(Map<String, Object> stored) {
        if (chosen.containsKey(id(stored))) {
            fair.lost(chosen.get(id(stored)));
        }
    }

    /** In the order of their turns. */
    @Override
    public synchronized List<OutgoingMessage> messages() {
        List<String> inTurn = fair.taken().stream().map(OutgoingMessage::id).toList();
        return super.messages().stream()
                .sorted(Comparator.comparingInt(message -> inTurn.indexOf(message.id())))
                .toList();
    }

    private static String id(Map<String, Object> stored) {
        return String.valueOf(stored.get("id"));
    }
}
