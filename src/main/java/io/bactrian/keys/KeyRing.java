package io.bactrian.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.bactrian.paging.Page;
import io.bactrian.paging.PageRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Makes keys, recognises and revokes them. What the store said of a key is remembered for a few seconds, which is how
 * long a key that another instance has revoked goes on opening this one.
 */
@Component
public class KeyRing {

    /** How long after a revocation on another instance a key may still be good here. */
    static final Duration REMEMBERED = Duration.ofSeconds(5);

    private static final int REMEMBERED_KEYS = 10_000;

    private final Cache<String, Optional<ApiKey>> byHash = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(REMEMBERED_KEYS)
            .build();
    private final ApiKeys keys;
    private final Clock clock;

    public KeyRing(ApiKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Makes a key; this is the one time that anybody sees it. */
    public IssuedKey issue(KeyOrder order) {
        String key = KeyText.make();
        ApiKey details = new ApiKey(
                "key-" + UUID.randomUUID(),
                order.name(),
                order.scopes(),
                order.tenant(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                order.by(),
                order.expiresAt(),
                null,
                null);
        keys.create(details, KeyText.hash(key));
        return new IssuedKey(key, details);
    }

    /** What a key opens, or nothing where it opens nothing any more, or never did. */
    public Optional<ApiKey> find(String key) {
        if (!KeyText.canBeOne(key)) {
            return Optional.empty();
        }
        return byHash.get(KeyText.hash(key), this::look).filter(known -> known.isGood(clock.instant()));
    }

    private Optional<ApiKey> look(String hash) {
        Optional<ApiKey> found = keys.findByHash(hash);
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        // By the hour: a key that is used all the time shall not be written all the time.
        found.filter(key -> key.isGood(clock.instant()))
                .filter(key -> key.lastUsedAt() == null || key.lastUsedAt().isBefore(hour))
                .ifPresent(key -> keys.used(key.id(), hour));
        return found;
    }

    public Page<ApiKey> page(PageRequest wanted) {
        return keys.page(wanted);
    }

    /** The key as it is afterwards, or nothing where the tenant (null for any) has none of that id. */
    public Optional<ApiKey> revoke(String tenant, String id) {
        Optional<ApiKey> revoked = keys.revoke(tenant, id, clock.instant().truncatedTo(ChronoUnit.MICROS));
        byHash.invalidateAll();
        return revoked;
    }
}
