package io.bactrian.outbound;

import java.lang.management.ManagementFactory;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who this process is among those that share a store: process, host and a random part, since containers repeat both. */
@Component
public class Instance {

    private final String id = ManagementFactory.getRuntimeMXBean().getName() + "/"
            + UUID.randomUUID().toString().substring(0, 8);

    public String id() {
        return id;
    }
}
