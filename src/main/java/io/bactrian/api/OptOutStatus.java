package io.bactrian.api;

/** What somebody's last word was. */
public enum OptOutStatus {
    OPTED_OUT("opted-out"),
    OPTED_IN("opted-in");

    private final String word;

    OptOutStatus(String word) {
        this.word = word;
    }

    static OptOutStatus of(boolean optedOut) {
        return optedOut ? OPTED_OUT : OPTED_IN;
    }

    @Override
    public String toString() {
        return word;
    }
}
