package io.bactrian.store.firestore;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a refused setting into two lines instead of a stack trace. */
class FirestoreSettingAnalyzer extends AbstractFailureAnalyzer<FirestoreSettingRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FirestoreSettingRefused refused) {
        return new FailureAnalysis(refused.getMessage(), refused.action(), refused);
    }
}
