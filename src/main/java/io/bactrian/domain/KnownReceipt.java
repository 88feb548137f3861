package io.bactrian.domain;

/**
 * A receipt whose message is known.
 *
 * @param messageId ours
 * @param providerMessageId the provider's id of it
 */
public record KnownReceipt(String messageId, String providerMessageId) {}
