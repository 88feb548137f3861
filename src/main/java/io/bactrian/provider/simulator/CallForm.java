package io.bactrian.provider.simulator;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/** The parameters of a callback about a call. */
final class CallForm {

    private CallForm() {}

    static SortedMap<String, String> of(SimulatedMessage call, Instant now) {
        SortedMap<String, String> form = new TreeMap<>();
        StatusForm.put(form, "AccountSid", call.accountSid());
        StatusForm.put(form, "ApiVersion", MessageJson.API_VERSION);
        StatusForm.put(form, "CallDuration", CallJson.duration(call));
        StatusForm.put(form, "CallSid", call.sid());
        StatusForm.put(form, "CallStatus", call.status().toString());
        StatusForm.put(form, "CallbackSource", "call-progress-events");
        StatusForm.put(form, "Called", call.to());
        StatusForm.put(form, "Caller", call.from());
        StatusForm.put(form, "Direction", "outbound-api");
        StatusForm.put(form, "ErrorCode", call.errorCode());
        StatusForm.put(form, "From", call.from());
        StatusForm.put(form, "SequenceNumber", String.valueOf(number(call.status())));
        StatusForm.put(form, "Timestamp", MessageJson.date(now));
        StatusForm.put(form, "To", call.to());
        return form;
    }

    /** Which event of the call it is, from 0. */
    private static int number(Status status) {
        return switch (status) {
            case INITIATED -> 0;
            case RINGING, FAILED -> 1;
            case COMPLETED -> 3;
            default -> 2;
        };
    }
}
