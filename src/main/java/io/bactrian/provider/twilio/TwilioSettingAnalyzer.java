package io.bactrian.provider.twilio;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a refused setting into two lines instead of a stack trace. */
class TwilioSettingAnalyzer extends AbstractFailureAnalyzer<TwilioSettingRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, TwilioSettingRefused refused) {
        return new FailureAnalysis(refused.getMessage(), refused.action(), refused);
    }
}
