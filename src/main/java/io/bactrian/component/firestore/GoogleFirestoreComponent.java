package io.bactrian.component.firestore;

import com.google.cloud.firestore.Firestore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;

/** {@code google-firestore:collection}; holds the clients, one for all endpoints that agree in where to. */
@Component("google-firestore")
public class GoogleFirestoreComponent extends HealthCheckComponent {

    private static final int CONTINUATION_THREADS = 8;

    @Metadata(description = "The options that endpoints begin with")
    private GoogleFirestoreConfiguration configuration = new GoogleFirestoreConfiguration();

    @Metadata(
            description =
                    "Bactrian's own: how many writes, look-ups and queries, each, may wait before more are refused",
            defaultValue = "10000")
    private int queueSize = 10_000;

    @Metadata(
            description = "Bactrian's own: how many writes or look-ups go out together, 500 at the most",
            defaultValue = "500")
    private int groupSize = 500;

    private final Map<Object, Connection> connections = new HashMap<>();
    private final List<Firestore> ours = new ArrayList<>();
    private ExecutorService continuation;
    private ScheduledExecutorService sender;

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        if (remaining == null || remaining.isBlank()) {
            throw new IllegalArgumentException("google-firestore needs a collection");
        }
        GoogleFirestoreConfiguration copy = configuration.copy();
        copy.setCollectionName(remaining);
        GoogleFirestoreEndpoint endpoint = new GoogleFirestoreEndpoint(uri, this, copy);
        setProperties(endpoint, parameters);
        return endpoint;
    }

    /** The connection that these options lead to, opened when first asked for. */
    synchronized Connection connection(GoogleFirestoreConfiguration options) throws Exception {
        Firestore given = options.getFirestoreClient();
        Object key = given == null ? ClientSettings.of(options) : given;
        Connection connection = connections.get(key);
        if (connection == null) {
            Firestore client = given == null ? open(ClientSettings.of(options)) : given;
            connection = new Connection(client, queueSize, groupSize, sender);
            connections.put(key, connection);
        }
        return connection;
    }

    private Firestore open(ClientSettings settings) throws Exception {
        Firestore client = settings.open(getCamelContext());
        ours.add(client);
        return client;
    }

    /** Runs what comes after an answer, so that a slow next step does not hold up the client. */
    ExecutorService continuation() {
        return continuation;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        ExecutorServiceManager threads = getCamelContext().getExecutorServiceManager();
        continuation = threads.newFixedThreadPool(this, "google-firestore-continuation", CONTINUATION_THREADS);
        sender = threads.newScheduledThreadPool(this, "google-firestore-sender", 1);
    }

    @Override
    protected synchronized void doStop() throws Exception {
        super.doStop();
        for (Firestore client : ours) {
            client.close();
        }
        ours.clear();
        connections.clear();
        ExecutorServiceManager threads = getCamelContext().getExecutorServiceManager();
        threads.shutdownGraceful(sender);
        threads.shutdownGraceful(continuation);
    }

    public GoogleFirestoreConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(GoogleFirestoreConfiguration configuration) {
        this.configuration = configuration;
    }

    public int getQueueSize() {
        return queueSize;
    }

    public void setQueueSize(int queueSize) {
        this.queueSize = queueSize;
    }

    public int getGroupSize() {
        return groupSize;
    }

    public void setGroupSize(int groupSize) {
        this.groupSize = groupSize;
    }
}
