package io.bactrian.provider.simulator;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.SortedMap;
import java.util.TreeMap;

/** The parameters of a status callback. */
final class StatusForm {

    /** As carriers report it: to the minute, and without a word on the time zone. */
    private static final DateTimeFormatter DONE_DATE =
            DateTimeFormatter.ofPattern("yyMMddHHmm").withZone(ZoneOffset.UTC);

    private StatusForm() {}

    static SortedMap<String, String> of(SimulatedMessage message, Instant now) {
        if (message.isCall()) {
            return CallForm.of(message, now);
        }
        SortedMap<String, String> form = new TreeMap<>();
        put(form, "AccountSid", message.accountSid());
        put(form, "ApiVersion", MessageJson.API_VERSION);
        put(form, "ErrorCode", message.errorCode());
        put(form, "From", message.from());
        put(form, "MessageSid", message.sid());
        put(form, "MessageStatus", message.status().toString());
        put(form, "MessagingServiceSid", message.messagingServiceSid());
        put(form, "RawDlrDoneDate", isFromCarrier(message.status()) ? DONE_DATE.format(now) : null);
        put(form, "SmsSid", message.sid());
        put(form, "SmsStatus", message.status().toString());
        put(form, "To", message.to());
        return form;
    }

    private static boolean isFromCarrier(Status status) {
        return status == Status.DELIVERED || status == Status.UNDELIVERED;
    }

    static void put(SortedMap<String, String> form, String name, String value) {
        if (value != null) {
            form.put(name, value);
        }
    }
}
