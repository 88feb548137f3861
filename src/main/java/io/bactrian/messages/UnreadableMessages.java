package io.bactrian.messages;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Messages that the store holds and this version cannot read: a newer version wrote them, or somebody by hand. They are
 * left out, so that the others go on; each is said and counted once.
 */
@Component("unreadableMessages")
public class UnreadableMessages {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadableMessages.class);
    private static final int REMEMBERED = 10_000;

    private final Set<String> said = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }));
    private final Counter counter;

    public UnreadableMessages(MeterRegistry meters) {
        this.counter = Counter.builder("sms.messages.unreadable")
                .description("messages in the store that this version cannot read")
                .register(meters);
    }

    /** @param ids of messages that a claim has put off */
    public void found(List<String> ids) {
        ids.forEach(this::found);
    }

    private void found(String id) {
        if (said.add(id)) {
            counter.increment();
            LOG.atWarn().addKeyValue("messageId", id).log("{} cannot be read by this version and is left out", id);
        }
    }

    /** What the supplier makes of a stored message, or null where it cannot. */
    public <T> T orNull(String id, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (RuntimeException e) {
            found(id);
            return null;
        }
    }
}
