package io.bactrian.domain;

/** A provider posted something that lacks what every such post has. The message names the field, never its value. */
public class MalformedWebhook extends RuntimeException {

    public MalformedWebhook(String message) {
        super(message);
    }

    public static MalformedWebhook missing(String field) {
        return new MalformedWebhook(field + " is missing");
    }

    public static MalformedWebhook invalid(String field) {
        return new MalformedWebhook(field + " is invalid");
    }
}
