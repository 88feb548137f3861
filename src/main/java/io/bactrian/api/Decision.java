package io.bactrian.api;

/**
 * An operator's word on a message that the provider cannot be asked about.
 *
 * @param sent whether the provider took it
 */
public record Decision(boolean sent) {}
