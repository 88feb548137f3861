package io.bactrian.component.firestore;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.health.WritableHealthCheckRepository;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** Ready where Firestore answers the look-up of one document, which need not be there. */
final class FirestoreHealth extends AbstractHealthCheck {

    private static final int PATIENCE_SECONDS = 5;

    private final GoogleFirestoreEndpoint endpoint;

    /** @param kind producer or consumer */
    FirestoreHealth(GoogleFirestoreEndpoint endpoint, String kind) {
        super("camel", kind + ":google-firestore-" + endpoint.getId());
        this.endpoint = endpoint;
    }

    /** Among the checks of the producers; a consumer's is asked by Camel. */
    void register() {
        WritableHealthCheckRepository repository = repository();
        if (repository != null) {
            setEnabled(endpoint.getComponent().isHealthCheckProducerEnabled());
            repository.addHealthCheck(this);
        }
    }

    void unregister() {
        WritableHealthCheckRepository repository = repository();
        if (repository != null) {
            repository.removeHealthCheck(this);
        }
    }

    private WritableHealthCheckRepository repository() {
        CamelContext context = endpoint.getCamelContext();
        return HealthCheckHelper.getHealthCheckRepository(context, "producers", WritableHealthCheckRepository.class);
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        try {
            Connection connection = endpoint.connection();
            connection
                    .client()
                    .collection(endpoint.name())
                    .document("health-check")
                    .get()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            builder.up();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            builder.down();
        } catch (Exception e) {
            builder.down().message("Firestore does not answer (" + Failures.code(e) + ")");
        }
    }
}
