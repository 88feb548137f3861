package io.bactrian.api;

import io.bactrian.domain.OptOutChange;
import io.bactrian.domain.PhoneNumber;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Opt-outs before they are stored.
 *
 * @param rows what was understood, in order
 * @param rejected the other rows
 * @param unchanged how many say what is known already
 */
public record OptOutDraft(boolean dryRun, List<Row> rows, List<BulkResult.Rejected> rejected, int unchanged) {

    /** @param index of the row, from 0 */
    record Row(int index, OptOutChange change) {

        private String key() {
            return change.phoneNumber().value() + OptOutChange.BESIDE + change.scope();
        }

        @Override
        public String toString() {
            return "Row[" + index + "]";
        }
    }

    /** Whose they are, each once. */
    public List<PhoneNumber> recipients() {
        return rows.stream().map(row -> row.change().phoneNumber()).distinct().toList();
    }

    /** What is to be stored. */
    public List<OptOutChange> changes() {
        return dryRun ? List.of() : rows.stream().map(Row::change).toList();
    }

    /**
     * The same without what is known already, and without what is older than what is known.
     *
     * @param wishes the last words of the recipients
     */
    OptOutDraft news(List<OptOutChange> wishes) {
        Map<String, OptOutChange> standing = new HashMap<>();
        wishes.forEach(wish -> standing.put(new Row(-1, wish).key(), wish));
        List<Row> news = new ArrayList<>();
        List<BulkResult.Rejected> refused = new ArrayList<>(rejected);
        for (Row row : rows) {
            OptOutChange known = standing.get(row.key());
            if (known == null || known.optedOut() != row.change().optedOut()) {
                if (known != null && known.at().isAfter(row.change().at())) {
                    refused.add(new BulkResult.Rejected(
                            row.index(), "at", "at is before the last word that is known of them", null));
                } else {
                    standing.put(row.key(), row.change());
                    news.add(row);
                }
            }
        }
        refused.sort(Comparator.comparingInt(BulkResult.Rejected::index));
        int known = rows.size() - news.size() - (refused.size() - rejected.size());
        return new OptOutDraft(dryRun, news, refused, known);
    }

    @Override
    public String toString() {
        return "OptOutDraft[" + rows.size() + "]";
    }
}
