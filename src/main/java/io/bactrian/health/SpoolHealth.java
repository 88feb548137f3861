package io.bactrian.health;

import io.bactrian.spool.Spool;
import io.bactrian.spool.SpoolState;
import jakarta.annotation.PreDestroy;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** How much waits on disk for the store, and whether more would be taken. */
@Component("spoolHealthIndicator")
class SpoolHealth implements HealthIndicator {

    private final Spool spool;
    private final BoundedCheck check;

    SpoolHealth(Spool spool) {
        this.spool = spool;
        this.check = new BoundedCheck(
                "spool-health", () -> spool.takesWork() ? null : "takes no more: it is full, or the disk refuses it");
    }

    @Override
    public Health health() {
        SpoolState state = spool.state();
        String problem = check.problem();
        Health.Builder health = problem == null ? Health.up() : Health.down().withDetail("problem", problem);
        health.withDetail("depth", state.depth()).withDetail("bytes", state.bytes());
        return state.oldest() == null
                ? health.build()
                : health.withDetail("oldest", state.oldest().toString()).build();
    }

    @PreDestroy
    void close() {
        check.close();
    }
}
