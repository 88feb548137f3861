package io.bactrian.security;

/** The gateway must not start with these settings. */
class UnusableJwtSettingsException extends RuntimeException {

    private final String remedy;

    UnusableJwtSettingsException(String problem, String remedy) {
        super(problem);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
