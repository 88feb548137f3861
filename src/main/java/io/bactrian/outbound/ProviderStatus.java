package io.bactrian.outbound;

import java.time.Instant;

/**
 * How this instance gets on with a provider.
 *
 * @param since when it came into this state, UTC
 * @param code the provider's for what keeps us from it, or null
 * @param reason the same in words, or null
 * @param nextTryAt when a message is let through again, UTC; null where all are
 * @param underWay how many messages are with it
 */
public record ProviderStatus(
        String name, ProviderState state, Instant since, String code, String reason, Instant nextTryAt, int underWay) {}
