package io.bactrian.api;

import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.UserKey;

/** A text that is to be played, and what the caller said of it. */
public record TrialDraft(IncomingMessage message, TrialRequest request) {

    /** Whom of the directory it may be from. */
    public UserKey sender() {
        return message.sender();
    }

    @Override
    public String toString() {
        return "TrialDraft[]";
    }
}
