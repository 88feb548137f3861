package io.bactrian.moving;

import java.util.List;

/** Everything that a store holds, to be carried out of it or into it. One implementation a store. */
public interface HouseContents {

    /** Which store it is, to be told apart from another; never shown, since it may hold a password. */
    String address();

    long count(RecordKind kind);

    /**
     * The next records in an order that does not change; messages in the order in which they came to be.
     *
     * @param after the {@link Batch#last} of the batch before, or null for the first one
     * @param limit how many at the most
     */
    Batch read(RecordKind kind, String after, int limit);

    /**
     * Keeps what is not there already, all or nothing, durable when this returns; what is there already stays as it is.
     *
     * @throws io.bactrian.domain.StoreException where one of them cannot be kept
     */
    void put(RecordKind kind, List<MovedRecord> records);

    /**
     * @param records empty at the end
     * @param last where to go on, in the store's own words; null where there are no records
     */
    record Batch(List<MovedRecord> records, String last) {

        @Override
        public String toString() {
            return "Batch[" + records.size() + "]";
        }
    }
}
