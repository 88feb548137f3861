package io.bactrian.dashboard.messages;

import io.bactrian.dashboard.Calls;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.ui.Model;

/** One message with all that is known of it, whichever way it went. */
final class MessagePages {

    private final Calls calls;

    MessagePages(Calls calls) {
        this.calls = calls;
    }

    record Outgoing(
            String id,
            String phoneNumber,
            String from,
            String messageContent,
            List<String> mediaUrl,
            String channel,
            String kind,
            String priority,
            String answers,
            String operatorId,
            String batchId) {

        @Override
        public String toString() {
            return "Outgoing[" + id + "]";
        }
    }

    record State(
            String status,
            Instant queuedAt,
            Instant sendAt,
            Instant validUntil,
            Instant sentAt,
            Instant deliveredAt,
            Instant failedAt,
            String errorCode,
            String errorMessage,
            Integer segments,
            String provider,
            String providerMessageId,
            int attempts,
            Instant nextAttemptAt,
            boolean awaitsDecision,
            boolean doubled) {

        public boolean canBeRetried() {
            return status.equals("failed") || status.equals("undelivered");
        }
    }

    record Incoming(
            String messageSid,
            String phoneNumber,
            String to,
            String messageContent,
            List<Map<String, String>> media,
            boolean isRegistered,
            boolean responseSent,
            String optOutType,
            Instant receivedAt,
            String provider,
            String channel) {

        @Override
        public String toString() {
            return "Incoming[" + messageSid + "]";
        }
    }

    record Trace(boolean traced, Instant keptSince, String outgoing, String incoming, List<Event> events) {}

    record Event(
            Instant at,
            String message,
            String event,
            String route,
            List<Step> steps,
            Integer attempt,
            Instant endedAt,
            String result,
            String provider,
            String providerStatus,
            String errorCode,
            String errorMessage) {}

    record Step(
            String route,
            String step,
            String kind,
            String says,
            String note,
            String outcome,
            Map<String, String> values) {}

    void outgoing(String id, Model model) {
        Map<String, String> asked = Map.of("id", id);
        model.addAttribute("out", calls.call("get-outgoing", asked).as(Outgoing.class));
        model.addAttribute("state", calls.call("sms-status", asked).as(State.class));
        trace(id, model);
    }

    void incoming(String id, Model model) {
        model.addAttribute("in", calls.call("get-incoming", Map.of("id", id)).as(Incoming.class));
        trace(id, model);
    }

    private void trace(String id, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("words", Words.WORDS);
        model.addAttribute(
                "trace", calls.call("trace-message", Map.of("id", id)).as(Trace.class));
    }
}
