package io.bactrian.security;

/** The gateway must not start with these settings. */
class UnusableSettingException extends RuntimeException {

    private final String remedy;

    UnusableSettingException(String problem, String remedy) {
        super(problem);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
