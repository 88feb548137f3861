package io.bactrian.outbound;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Tells which providers messages go to. A gateway none of whose providers can be called is not down: it takes texts in,
 * and what is to go out waits. So its word for that is one that the health of the whole leaves out of account.
 */
@Component
class ProvidersHealthIndicator implements HealthIndicator {

    private static final Status WAITING = new Status("WAITING", "no provider is given messages at the moment");

    private final Providers providers;

    ProvidersHealthIndicator(Providers providers) {
        this.providers = providers;
    }

    @Override
    public Health health() {
        boolean any = providers.list().stream()
                .anyMatch(provider ->
                        provider.state() == ProviderState.CLOSED || provider.state() == ProviderState.HALF_OPEN);
        Health.Builder health = Health.status(any ? Status.UP : WAITING);
        providers.list().forEach(provider -> health.withDetail(provider.name(), details(provider)));
        return health.build();
    }

    private static Map<String, Object> details(ProviderStatus provider) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("state", provider.state().toString());
        details.put("since", provider.since());
        if (provider.reason() != null) {
            details.put("code", provider.code() == null ? "" : provider.code());
            details.put("reason", provider.reason());
        }
        if (provider.nextTryAt() != null) {
            details.put("nextTryAt", provider.nextTryAt());
        }
        return details;
    }
}
