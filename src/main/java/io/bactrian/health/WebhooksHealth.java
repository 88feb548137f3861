package io.bactrian.health;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Whether a webhook can be kept, by the store or else by the spool: that is what readiness stands for. */
@Component("webhooksHealthIndicator")
class WebhooksHealth implements HealthIndicator {

    private final StoreHealth store;
    private final SpoolHealth spool;

    WebhooksHealth(StoreHealth store, SpoolHealth spool) {
        this.store = store;
        this.spool = spool;
    }

    @Override
    public Health health() {
        if (store.health().getStatus().equals(Status.UP)) {
            return Health.up().withDetail("kept", "by the store").build();
        }
        return spool.health().getStatus().equals(Status.UP)
                ? Health.up()
                        .withDetail("kept", "on disk, until the store is back")
                        .build()
                : Health.outOfService()
                        .withDetail("problem", "neither the store nor the spool takes a webhook; answered 503")
                        .build();
    }
}
