package io.bactrian.api;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Makes ids for messages: they sort by time, nobody can guess one, and they fit into a URL. */
@Component
class MessageIds {

    private static final String BATCH = "batch-";
    private static final Pattern AGAIN = Pattern.compile("(.+)-again-([0-9]{1,6})");
    private static final int RANDOM_BITS_BESIDE_TIME = 12;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000000000000000L;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    MessageIds(Clock clock) {
        this.clock = clock;
    }

    /** The id of a new message. */
    String next() {
        return of(bare());
    }

    /** A UUID of version 7 (RFC 9562, 5.7), of which the id of a message or of a batch is made. */
    String bare() {
        long high = clock.millis() << 16 | VERSION_7 | random.nextInt(1 << RANDOM_BITS_BESIDE_TIME);
        long low = random.nextLong() >>> 2 | VARIANT;
        return new UUID(high, low).toString();
    }

    static String of(String bare) {
        return "msg-" + bare;
    }

    /** The id of the message that is the next attempt of a person: the same, however often it is asked for. */
    static String again(String id) {
        Matcher earlier = AGAIN.matcher(id);
        return earlier.matches()
                ? earlier.group(1) + "-again-" + (Integer.parseInt(earlier.group(2)) + 1)
                : id + "-again-1";
    }

    static String batch(String bare) {
        return BATCH + bare;
    }

    static boolean isOfBatch(String id) {
        return id.startsWith(BATCH);
    }
}
