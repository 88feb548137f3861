package io.bactrian.web;

import java.io.IOException;

/** Too many bodies are arriving slowly, so this one is not waited for. */
class CrowdedException extends IOException {

    CrowdedException() {
        super("too many bodies are arriving slowly");
    }
}
