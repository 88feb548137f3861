package io.bactrian.provider.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.http.HttpResponse;

/**
 * What came of a text that was played.
 *
 * @param webhook what the gateway answered
 * @param acknowledgment what it then sent to the sender, or null where it sent nothing in time
 * @param elapsedMs from the webhook call until here, in milliseconds
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record PlayedText(String messageSid, Answer webhook, Acknowledgment acknowledgment, long elapsedMs) {

    record Answer(int status, String contentType, String body) {

        static Answer of(HttpResponse<String> response) {
            String type = response.headers().firstValue("Content-Type").orElse(null);
            return new Answer(response.statusCode(), type, response.body());
        }

        boolean isTaken() {
            return status / 100 == 2;
        }

        @Override
        public String toString() {
            return "Answer[" + status + "]";
        }
    }

    /** What the sender's phone shows. */
    record Acknowledgment(String sid, String text, String status) {

        static Acknowledgment of(SimulatedMessage message) {
            return message == null
                    ? null
                    : new Acknowledgment(
                            message.sid(), message.body(), message.status().toString());
        }

        @Override
        public String toString() {
            return "Acknowledgment[" + sid + "]";
        }
    }

    @Override
    public String toString() {
        return "PlayedText[" + messageSid + "]";
    }
}
