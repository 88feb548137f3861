package io.bactrian.store.firestore;

import io.bactrian.domain.OptOutChange;
import io.bactrian.domain.OptOutSource;
import io.bactrian.domain.Tenant;
import io.bactrian.optout.Wishes;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who asked not to be texted ({@code optOuts}), and each wish that led there ({@code optOutChanges}, the id is the
 * change's). The document of a number holds all of its last words, so that one look-up finds them: the one about all
 * senders in its own fields, as earlier versions wrote it, the others in {@code senders}, by their scope. Each of those is
 * a document of its own as well, for the list.
 */
public final class OptOutDocuments {

    public static final String COLLECTION = "optOuts";
    public static final String CHANGES = "optOutChanges";
    static final String SENDERS = "senders";
    static final String TIME = "changedAt";

    private static final DocumentIds IDS = new DocumentIds();
    private static final String PHONE_NUMBER = "phoneNumber";

    /** A wish as it is kept in the history. */
    public Map<String, Object> of(OptOutChange change) {
        Map<String, Object> fields = fields(change);
        fields.put("messageSid", change.id());
        return fields;
    }

    /** A wish as the last word of its scope. */
    Map<String, Object> row(OptOutChange change) {
        Map<String, Object> fields = fields(change);
        fields.put("changeId", change.id());
        return fields;
    }

    private static Map<String, Object> fields(OptOutChange change) {
        Map<String, Object> fields = new HashMap<>();
        fields.put(PHONE_NUMBER, Fields.whole(change.phoneNumber()));
        fields.put("scope", change.scope());
        fields.put("sender", Fields.whole(change.sender()));
        fields.put("service", change.service());
        fields.put("optedOut", change.optedOut());
        fields.put("source", Fields.word(change.source()));
        fields.put("wording", change.wording());
        fields.put("reason", change.reason());
        fields.put("recordedBy", change.recordedBy());
        fields.put(TIME, Fields.time(change.at()));
        fields.put("tenant", change.tenant());
        return fields;
    }

    /** The wish of a document, of the history or a last word, or null where there is none. */
    public OptOutChange change(Map<String, Object> document) {
        if (document == null) {
            return null;
        }
        Fields fields = new Fields(document);
        return new OptOutChange(
                fields.text("messageSid", fields.text("changeId")),
                fields.number(PHONE_NUMBER),
                fields.number("sender"),
                fields.text("service"),
                fields.flag("optedOut"),
                OptOutSource.of(fields.text("source")),
                fields.text("wording"),
                fields.text("reason"),
                fields.text("recordedBy"),
                fields.instant(TIME),
                fields.text("tenant"));
    }

    /** The last words in the document of a number, or none where there is no document. */
    public List<OptOutChange> wishes(Map<String, Object> document) {
        if (document == null) {
            return List.of();
        }
        Stream<Map<String, Object>> ofAll = document.get(TIME) == null ? Stream.empty() : Stream.of(document);
        return Stream.concat(ofAll, senders(document).values().stream())
                .map(this::change)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> senders(Map<String, Object> document) {
        return document.get(SENDERS) instanceof Map<?, ?> senders
                ? (Map<String, Map<String, Object>>) senders
                : Map.of();
    }

    /** Lists of wishes as one. */
    public List<OptOutChange> joined(List<List<OptOutChange>> lists) {
        return lists.stream().flatMap(List::stream).toList();
    }

    /** One wish, or a list of them, by whose they are: those of one number are kept one after the other. */
    public Collection<List<OptOutChange>> byRecipient(Object wishOrList) {
        List<?> wishes = wishOrList instanceof List<?> list ? list : List.of(wishOrList);
        return wishes.stream()
                .map(OptOutChange.class::cast)
                .collect(Collectors.groupingBy(OptOutChange::phoneNumber, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    /** What the number's document becomes by a wish, or null where a newer one of the same scope stands there. */
    public Map<String, Object> changes(Map<String, Object> stored, OptOutChange wish) {
        Map<String, Object> document = stored == null ? Map.of() : stored;
        if (wish.scope().equals(OptOutChange.ALL)) {
            return rowChanges(document, wish);
        }
        Map<String, Map<String, Object>> senders = new HashMap<>(senders(document));
        if (rowChanges(senders.getOrDefault(wish.scope(), Map.of()), wish) == null) {
            return null;
        }
        senders.put(wish.scope(), row(wish));
        return Map.of(PHONE_NUMBER, wish.phoneNumber().value(), SENDERS, senders);
    }

    /** What a last word becomes by a wish, or null where a newer one stands there. */
    public Map<String, Object> rowChanges(Map<String, Object> stored, OptOutChange wish) {
        Instant standing = stored == null ? null : new Fields(stored).instant(TIME);
        return standing != null && standing.isAfter(wish.at()) ? null : row(wish);
    }

    /** The id of the document of a last word. */
    public String rowId(OptOutChange wish) {
        return IDS.of(rowKey(wish.phoneNumber().value(), wish.scope()));
    }

    static String rowKey(String number, String scope) {
        return Objects.equals(scope, OptOutChange.ALL) ? number : number + OptOutChange.BESIDE + scope;
    }

    /** How a document is written: neither way overwrites a wish that came meanwhile. */
    public String operation(Map<String, Object> stored) {
        return stored == null ? "createDocument" : "updateDocument";
    }

    /** What the document of a user of the default tenant says of it. */
    public Map<String, Object> ofUser(Map<String, Object> optOut) {
        Instant at = new Wishes(wishes(optOut)).optedOutAt(Tenant.DEFAULT);
        Map<String, Object> changes = new HashMap<>();
        changes.put("optedOut", at != null);
        changes.put("optedOutAt", Fields.time(at));
        return changes;
    }
}
