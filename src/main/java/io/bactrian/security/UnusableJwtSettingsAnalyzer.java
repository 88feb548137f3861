package io.bactrian.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at start-up what is wrong with the JWT settings, and what to do, instead of a stack trace. */
class UnusableJwtSettingsAnalyzer extends AbstractFailureAnalyzer<UnusableJwtSettingsException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnusableJwtSettingsException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
    }
}
