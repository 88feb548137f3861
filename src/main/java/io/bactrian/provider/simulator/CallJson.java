package io.bactrian.provider.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A call in Twilio's JSON: every field, absent ones null, numbers as strings, dates of RFC 2822. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
record CallJson(
        String accountSid,
        String answeredBy,
        String apiVersion,
        String callerName,
        String dateCreated,
        String dateUpdated,
        String direction,
        String duration,
        String endTime,
        String forwardedFrom,
        String from,
        String fromFormatted,
        String groupSid,
        String parentCallSid,
        String phoneNumberSid,
        String price,
        String priceUnit,
        String queueTime,
        String sid,
        String startTime,
        String status,
        Map<String, String> subresourceUris,
        String to,
        String toFormatted,
        String trunkSid,
        String uri) {

    static CallJson of(SimulatedMessage call) {
        String path = "/" + MessageJson.API_VERSION + "/Accounts/" + call.accountSid() + "/Calls/" + call.sid();
        Instant end = call.status().isEnd() ? call.updatedAt() : null;
        return new CallJson(
                call.accountSid(),
                null,
                MessageJson.API_VERSION,
                null,
                MessageJson.date(call.createdAt()),
                MessageJson.date(call.updatedAt()),
                "outbound-api",
                duration(call),
                MessageJson.date(end),
                null,
                call.from(),
                call.from(),
                null,
                null,
                null,
                null,
                "USD",
                "0",
                call.sid(),
                MessageJson.date(call.sentAt()),
                status(call.status()).toString(),
                Stream.of("events", "notifications", "payments", "recordings", "siprec", "streams", "transcriptions")
                        .collect(Collectors.toMap(name -> name, name -> path + "/" + capital(name) + ".json")),
                call.to(),
                call.to(),
                null,
                path + ".json");
    }

    /** In whole seconds, of a call that was answered and is over; else null. */
    static String duration(SimulatedMessage call) {
        return call.status() == Status.COMPLETED
                ? String.valueOf(
                        Duration.between(call.sentAt(), call.updatedAt()).toSeconds())
                : null;
    }

    /** That a call is initiated is told to callbacks alone; who fetches it is told that it is queued. */
    private static Status status(Status status) {
        return status == Status.INITIATED ? Status.QUEUED : status;
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    @Override
    public String toString() {
        return "CallJson[" + sid + "]";
    }
}
