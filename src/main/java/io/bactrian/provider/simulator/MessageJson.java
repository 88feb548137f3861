package io.bactrian.provider.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** A message in Twilio's JSON: every field, absent ones null, most numbers as strings, dates of RFC 2822. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
record MessageJson(
        String accountSid,
        String apiVersion,
        String body,
        String dateCreated,
        String dateSent,
        String dateUpdated,
        String direction,
        Integer errorCode,
        String errorMessage,
        String from,
        String messagingServiceSid,
        String numMedia,
        String numSegments,
        String price,
        String priceUnit,
        String sid,
        String status,
        Map<String, String> subresourceUris,
        String to,
        String uri) {

    static final String API_VERSION = "2010-04-01";

    private static final DateTimeFormatter RFC_2822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    static MessageJson of(SimulatedMessage message) {
        String path = "/" + API_VERSION + "/Accounts/" + message.accountSid() + "/Messages/" + message.sid();
        return new MessageJson(
                message.accountSid(),
                API_VERSION,
                message.body(),
                date(message.createdAt()),
                date(message.sentAt()),
                date(message.updatedAt()),
                "outbound-api",
                message.errorCode() == null ? null : Integer.valueOf(message.errorCode()),
                null,
                message.from(),
                message.messagingServiceSid(),
                String.valueOf(message.media()),
                message.from() == null ? "0" : String.valueOf(message.segments()),
                null,
                null,
                message.sid(),
                message.status().toString(),
                Map.of("media", path + "/Media.json"),
                message.to(),
                path + ".json");
    }

    static String date(Instant time) {
        return time == null ? null : RFC_2822.format(time);
    }

    @Override
    public String toString() {
        return "MessageJson[" + sid + "]";
    }
}
