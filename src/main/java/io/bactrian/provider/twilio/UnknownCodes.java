package io.bactrian.provider.twilio;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Counts the codes that our table does not know, so that somebody adds them to it. */
@Component
class UnknownCodes {

    /** What Twilio sends becomes a label, so there may not be any number of them. */
    private static final int LABELS = 50;

    private static final int LARGEST = 99_999;

    private final Set<Integer> labels = ConcurrentHashMap.newKeySet();
    private final MeterRegistry meters;

    UnknownCodes(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Does nothing for a code that is known, nor for none. */
    void note(Integer code) {
        if (code != null && TwilioErrorCodes.find(code) == null) {
            Counter.builder("sms.provider.codes.unknown")
                    .description("Error codes of the provider that the table of codes does not hold")
                    .tag("code", label(code))
                    .register(meters)
                    .increment();
        }
    }

    private String label(Integer code) {
        boolean room = code > 0 && code <= LARGEST && labels.size() < LABELS;
        return labels.contains(code) || room && labels.add(code) ? code.toString() : "other";
    }
}
