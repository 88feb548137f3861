package io.bactrian.paging;

/**
 * Which part of a long list is wanted.
 *
 * @param tenant whose; null for that of all tenants, where a list can be asked for so
 * @param cursor the {@link Page#nextCursor} of the page before, or null for the first page
 * @param limit how many at the most
 * @param oldestFirst the other way round than lists usually are, where a list can be asked for so
 */
public record PageRequest(String tenant, String cursor, int limit, boolean oldestFirst) {

    /** Newest first. */
    public PageRequest(String tenant, String cursor, int limit) {
        this(tenant, cursor, limit, false);
    }
}
