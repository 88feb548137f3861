package io.bactrian.faults;

import io.bactrian.Gateway;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A text that comes in, posted as Twilio does where the webhook's URL ends in {@code #rc=5&rp=all}. */
final class Text implements Runnable {

    private static final int RETRIES = 5;
    private static final long FIRST_PAUSE_MS = 300;

    /** All attempts at one webhook together. */
    private static final Duration TOTAL = Duration.ofSeconds(15);

    private final Client client;
    private final Accepted accepted;
    private final ScheduledExecutorService clock;
    private final String sid;
    private final boolean registered;
    private final Map<String, String> form;
    private long begun;
    private int attempts;

    Text(Client client, Accepted accepted, ScheduledExecutorService clock, String sid, String from, String body) {
        this.client = client;
        this.accepted = accepted;
        this.clock = clock;
        this.sid = sid;
        this.registered = Numbers.isRegistered(from);
        this.form = Gateway.text(sid, from, body);
    }

    /** The same once more, as when the answer to the first one was lost. */
    Text again() {
        return new Text(client, accepted, clock, sid, form.get("From"), form.get("Body"));
    }

    @Override
    public void run() {
        begun = begun == 0 ? System.nanoTime() : begun;
        attempts++;
        String answer = post();
        accepted.count("webhook " + answer);
        if (answer.equals("200")) {
            accepted.text(sid, registered);
        } else {
            tryAgain();
        }
    }

    private String post() {
        try {
            return Integer.toString(client.postText(form));
        } catch (IOException e) {
            return "unanswered";
        }
    }

    private void tryAgain() {
        long pause = FIRST_PAUSE_MS << (attempts - 1);
        long used = (System.nanoTime() - begun) / 1_000_000;
        if (attempts <= RETRIES && used + pause < TOTAL.toMillis()) {
            clock.schedule(this, pause, TimeUnit.MILLISECONDS);
        } else {
            accepted.count("webhook given up by Twilio");
        }
    }
}
