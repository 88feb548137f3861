package io.bactrian.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Reads the bodies of requests, within bounds of length and time: whoever drips holds a thread. */
@Component
public class Bodies {

    private static final int STEP = 8 * 1024;

    private final HttpSettings settings;
    private final Clock clock;

    Bodies(HttpSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Gives one byte more than the limit where there is more.
     *
     * @param limit bytes
     * @throws SlowBodyException where it takes too long to arrive
     */
    public byte[] read(HttpServletRequest request, int limit) throws IOException {
        Instant latest = clock.instant().plus(settings.bodyTime());
        InputStream in = request.getInputStream();
        long told = request.getContentLengthLong();
        ByteArrayOutputStream body = new ByteArrayOutputStream((int) Math.min(told < 0 ? STEP : told + 1, limit + 1));
        byte[] step = new byte[STEP];
        int length = in.read(step, 0, Math.min(STEP, limit + 1));
        while (length >= 0) {
            body.write(step, 0, length);
            if (body.size() > limit) {
                break;
            }
            if (clock.instant().isAfter(latest)) {
                throw new SlowBodyException();
            }
            length = in.read(step, 0, Math.min(STEP, limit + 1 - body.size()));
        }
        return body.toByteArray();
    }
}
