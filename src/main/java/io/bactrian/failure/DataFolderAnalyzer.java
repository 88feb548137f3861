package io.bactrian.failure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a refused folder into two lines instead of a stack trace. */
class DataFolderAnalyzer extends AbstractFailureAnalyzer<DataFolderRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DataFolderRefused refused) {
        return new FailureAnalysis(
                refused.getMessage(),
                "Set sms.data-dir (SMS_DATA_DIR) to a folder that this user can write to and no other gateway uses.",
                refused);
    }
}
