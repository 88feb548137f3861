package io.bactrian.component.firestore;

import com.google.cloud.firestore.Query;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.support.ScheduledPollEndpoint;

/** Store and retrieve documents of Google Cloud Firestore. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "google-firestore",
        title = "Google Firestore",
        syntax = "google-firestore:collectionName",
        category = {Category.CLOUD, Category.DATABASE},
        headersClass = GoogleFirestoreConstants.class)
public class GoogleFirestoreEndpoint extends ScheduledPollEndpoint implements EndpointServiceLocation {

    @UriParam
    private GoogleFirestoreConfiguration configuration;

    @UriParam
    private ConsumerFilter filter = new ConsumerFilter();

    GoogleFirestoreEndpoint(
            String uri, GoogleFirestoreComponent component, GoogleFirestoreConfiguration configuration) {
        super(uri, component);
        this.configuration = configuration;
    }

    Connection connection() throws Exception {
        return getComponent().connection(configuration);
    }

    /** What a consumer sees. */
    Query query() throws Exception {
        return filter.on(connection().client().collection(configuration.getCollectionName()));
    }

    /** Safe to print: a path goes through documents, whose ids may be phone numbers. */
    String name() {
        return configuration.getCollectionName().replaceFirst("/.*", "");
    }

    @Override
    public Producer createProducer() {
        return new GoogleFirestoreProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        Consumer consumer = configuration.isRealtimeUpdates()
                ? new GoogleFirestoreListener(this, processor)
                : new GoogleFirestoreConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public GoogleFirestoreComponent getComponent() {
        return (GoogleFirestoreComponent) super.getComponent();
    }

    @Override
    public String getServiceUrl() {
        return getServiceProtocol() + ":" + configuration.getCollectionName();
    }

    @Override
    public String getServiceProtocol() {
        return "firestore";
    }

    public GoogleFirestoreConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(GoogleFirestoreConfiguration configuration) {
        this.configuration = configuration;
    }

    public ConsumerFilter getFilter() {
        return filter;
    }

    public void setFilter(ConsumerFilter filter) {
        this.filter = filter;
    }
}
