package io.bactrian.domain;

import java.time.Instant;

/**
 * The provider's word that it has taken a message.
 *
 * @param providerMessageId its id there
 * @param segments how many parts it counts, or null while it does not say
 * @param takenAt when it took the message, by its own clock, UTC, or null where it does not say
 */
public record Receipt(String provider, String providerMessageId, Integer segments, Instant takenAt) {

    public Receipt(String provider, String providerMessageId, Integer segments) {
        this(provider, providerMessageId, segments, null);
    }
}
