package io.bactrian.health;

import jakarta.annotation.PreDestroy;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the store answers. */
@Component("storeHealthIndicator")
class StoreHealth implements HealthIndicator {

    private final BoundedCheck check;

    StoreHealth(StoreProbe probe) {
        this.check = new BoundedCheck("store-health", () -> {
            probe.ask();
            return null;
        });
    }

    @Override
    public Health health() {
        String problem = check.problem();
        return problem == null
                ? Health.up().build()
                : Health.down().withDetail("problem", problem).build();
    }

    @PreDestroy
    void close() {
        check.close();
    }
}
