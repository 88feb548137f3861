package io.bactrian.keys;

import io.bactrian.paging.Page;
import io.bactrian.paging.PageRequest;
import java.time.Instant;
import java.util.Optional;

/** The keys that there are and were, each with the hash by which it is recognised. None is ever deleted. */
public interface ApiKeys {

    /** @param hash of the key, unique */
    void create(ApiKey key, String hash);

    Optional<ApiKey> findByHash(String hash);

    /**
     * Newest first.
     *
     * @throws io.bactrian.paging.InvalidCursorException where the cursor is none of ours
     */
    Page<ApiKey> page(PageRequest wanted);

    /**
     * Marks a key as revoked; the time of the first revocation stays.
     *
     * @param tenant whose key it has to be; null for anybody's
     * @return the key as it is afterwards, or nothing where there is none of that id
     */
    Optional<ApiKey> revoke(String tenant, String id, Instant at);

    /** Keeps when a key was used, where it was not used later. */
    void used(String id, Instant at);
}
