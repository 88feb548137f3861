package io.bactrian.store.firestore;

/** The gateway must not start with a setting like this. Names settings and environment variables, never a secret. */
class FirestoreSettingRefused extends RuntimeException {

    private final String action;

    FirestoreSettingRefused(String message, String action) {
        super(message);
        this.action = action;
    }

    /** What whoever starts the gateway can do about it. */
    String action() {
        return action;
    }
}
