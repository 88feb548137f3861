package io.bactrian.web;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Reads the bodies of requests, within bounds of length and time: whoever drips holds a thread. */
@Component
public class Bodies {

    private static final int STEP = 8 * 1024;

    private final HttpSettings settings;
    private final BodyWaits waits;
    private final Clock clock;

    Bodies(HttpSettings settings, BodyWaits waits, Clock clock) {
        this.settings = settings;
        this.waits = waits;
        this.clock = clock;
    }

    /**
     * Gives one byte more than the limit where there is more.
     *
     * @param limit bytes
     * @throws SlowBodyException where it takes too long to arrive
     * @throws CrowdedException where it is not here yet and too many others are waited for
     */
    public byte[] read(HttpServletRequest request, int limit) throws IOException {
        ServletInputStream in = request.getInputStream();
        long told = request.getContentLengthLong();
        ByteArrayOutputStream body = new ByteArrayOutputStream((int) Math.min(told < 0 ? STEP : told + 1, limit + 1));
        while (in.available() > 0 && body.size() <= limit) {
            step(in, body, limit);
        }
        if (!in.isFinished() && body.size() <= limit) {
            waitFor(in, body, limit);
        }
        return body.toByteArray();
    }

    private void waitFor(ServletInputStream in, ByteArrayOutputStream body, int limit) throws IOException {
        if (!waits.begin()) {
            throw new CrowdedException();
        }
        try {
            Instant latest = clock.instant().plus(settings.bodyTime());
            while (step(in, body, limit) && body.size() <= limit) {
                if (clock.instant().isAfter(latest)) {
                    throw new SlowBodyException();
                }
            }
        } finally {
            waits.end();
        }
    }

    /** False at the end. */
    private static boolean step(ServletInputStream in, ByteArrayOutputStream body, int limit) throws IOException {
        byte[] step = new byte[STEP];
        int length = in.read(step, 0, Math.min(STEP, limit + 1 - body.size()));
        if (length > 0) {
            body.write(step, 0, length);
        }
        return length >= 0;
    }
}
