package io.bactrian.domain;

/** A provider was asked what became of a message, and has no way to know. The message says why, without personal data. */
public class ProviderCannotTell extends RuntimeException {

    public ProviderCannotTell(String reason) {
        super(reason);
    }
}
