package io.bactrian.store.firestore;

import io.bactrian.domain.SettingRefused;

/** A setting without which there is no Firestore. */
class FirestoreSettingRefused extends SettingRefused {

    FirestoreSettingRefused(String message, String action) {
        super(message, action);
    }
}
