package io.bactrian.faults;

import io.bactrian.Gateway;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A text that comes in, posted as Twilio does where the webhook's URL ends in {@code #rc=5&rp=all}. */
final class Text implements Runnable {

    private static final int RETRIES = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(450);

    /** All attempts at one webhook together. */
    private static final Duration TOTAL = Duration.ofSeconds(15);

    private final Client client;
    private final Accepted accepted;
    private final String sid;
    private final boolean registered;
    private final Map<String, String> form;

    Text(Client client, Accepted accepted, String sid, String from, String body) {
        this.client = client;
        this.accepted = accepted;
        this.sid = sid;
        this.registered = Numbers.isRegistered(from);
        this.form = Gateway.text(sid, from, body);
    }

    /** The same once more, as when the answer to the first one was lost. */
    Text again() {
        return new Text(client, accepted, sid, form.get("From"), form.get("Body"));
    }

    @Override
    public void run() {
        long begun = System.nanoTime();
        for (int attempt = 0; attempt <= RETRIES && System.nanoTime() - begun < TOTAL.toNanos(); attempt++) {
            String answer = post();
            accepted.count("webhook " + answer);
            if (answer.equals("200")) {
                accepted.text(sid, registered);
                return;
            }
            LockSupport.parkNanos(FIRST_PAUSE.toNanos() << attempt);
        }
        accepted.count("webhook given up by Twilio");
    }

    private String post() {
        try {
            return Integer.toString(client.postText(form));
        } catch (IOException e) {
            return "unanswered";
        }
    }
}
