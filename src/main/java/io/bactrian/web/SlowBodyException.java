package io.bactrian.web;

import java.io.IOException;

/** A body takes too long to arrive. */
public class SlowBodyException extends IOException {

    SlowBodyException() {
        super("the body takes too long to arrive");
    }
}
