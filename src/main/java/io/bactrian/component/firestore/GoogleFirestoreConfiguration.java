package io.bactrian.component.firestore;

import com.google.cloud.firestore.Firestore;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.spi.UriPath;

/** The options; those that say so are ours, the others are the contract's. */
@UriParams
public class GoogleFirestoreConfiguration implements Cloneable {

    @UriPath(label = "common", description = "The collection, or the path of one within a document")
    @Metadata(required = true)
    private String collectionName;

    @UriParam(label = "common", description = "The Google Cloud project; without it, the key's or the environment's")
    private String projectId;

    @UriParam(label = "common", description = "The database; without it, (default)")
    private String databaseId;

    @UriParam(
            label = "common",
            description = "The file of a service account's key: from the classpath, or with classpath:, file: or http:"
                    + " in front from there. Without it, the application default credentials")
    private String serviceAccountKey;

    @UriParam(
            label = "common",
            description = "Bactrian's own: host and port of an emulator, which needs no credentials; without it, the"
                    + " environment variable FIRESTORE_EMULATOR_HOST")
    private String emulatorHost;

    @UriParam(label = "producer", description = "What the producer does; without it, setDocument")
    private GoogleFirestoreOperations operation;

    @UriParam(label = "producer", description = "The id of the document")
    private String documentId;

    @UriParam(description = "A client to use instead of the component's own")
    @Metadata(autowired = true)
    private Firestore firestoreClient;

    @UriParam(
            label = "consumer",
            defaultValue = "false",
            description = "True is told of changes as they happen; false polls")
    private boolean realtimeUpdates;

    @UriParam(
            label = "consumer",
            defaultValue = "1000",
            description = "Bactrian's own: how many changes may wait for a slow route before the listener pauses")
    private int maxPendingChanges = 1000;

    GoogleFirestoreConfiguration copy() {
        try {
            return (GoogleFirestoreConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    public String getCollectionName() {
        return collectionName;
    }

    public void setCollectionName(String collectionName) {
        this.collectionName = collectionName;
    }

    public String getProjectId() {
        return projectId;
    }

    public void setProjectId(String projectId) {
        this.projectId = projectId;
    }

    public String getDatabaseId() {
        return databaseId;
    }

    public void setDatabaseId(String databaseId) {
        this.databaseId = databaseId;
    }

    public String getServiceAccountKey() {
        return serviceAccountKey;
    }

    public void setServiceAccountKey(String serviceAccountKey) {
        this.serviceAccountKey = serviceAccountKey;
    }

    public String getEmulatorHost() {
        return emulatorHost;
    }

    public void setEmulatorHost(String emulatorHost) {
        this.emulatorHost = emulatorHost;
    }

    public GoogleFirestoreOperations getOperation() {
        return operation;
    }

    public void setOperation(GoogleFirestoreOperations operation) {
        this.operation = operation;
    }

    public String getDocumentId() {
        return documentId;
    }

    public void setDocumentId(String documentId) {
        this.documentId = documentId;
    }

    public Firestore getFirestoreClient() {
        return firestoreClient;
    }

    public void setFirestoreClient(Firestore firestoreClient) {
        this.firestoreClient = firestoreClient;
    }

    public boolean isRealtimeUpdates() {
        return realtimeUpdates;
    }

    public void setRealtimeUpdates(boolean realtimeUpdates) {
        this.realtimeUpdates = realtimeUpdates;
    }

    public int getMaxPendingChanges() {
        return maxPendingChanges;
    }

    public void setMaxPendingChanges(int maxPendingChanges) {
        this.maxPendingChanges = maxPendingChanges;
    }
}
