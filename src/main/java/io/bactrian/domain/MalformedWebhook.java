package io.bactrian.domain;

/** A signed request of a provider lacks what makes it a message or a report. The message names the field only. */
public class MalformedWebhook extends RuntimeException {

    public MalformedWebhook(String message) {
        super(message);
    }
}
