package io.bactrian.api;

/** No message can be made of what a route wants sent. Says why, and holds neither a number nor a text. */
public class UnusableText extends RuntimeException {

    UnusableText(String message) {
        super(message);
    }
}
