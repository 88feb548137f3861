package io.bactrian.domain;

/**
 * The provider's word that it has taken a message.
 *
 * @param providerMessageId its id there
 * @param segments how many parts it counts, or null while it does not say
 */
public record Receipt(String provider, String providerMessageId, Integer segments) {}
