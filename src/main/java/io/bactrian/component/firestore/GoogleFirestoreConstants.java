package io.bactrian.component.firestore;

import org.apache.camel.spi.Metadata;

/** The headers. The names are the contract's, but for the last two, which are ours. */
public final class GoogleFirestoreConstants {

    @Metadata(
            label = "producer",
            description = "What to do; wins over the option",
            javaType = "io.bactrian.component.firestore.GoogleFirestoreOperations")
    public static final String OPERATION = "CamelGoogleFirestoreOperation";

    @Metadata(label = "producer", description = "The collection; wins over the endpoint's", javaType = "String")
    public static final String COLLECTION_NAME = "CamelGoogleFirestoreCollectionName";

    @Metadata(label = "producer", description = "The document's id; wins over the option", javaType = "String")
    public static final String DOCUMENT_ID = "CamelGoogleFirestoreDocumentId";

    @Metadata(label = "producer", description = "The field that a query looks at", javaType = "String")
    public static final String QUERY_FIELD = "CamelGoogleFirestoreQueryField";

    @Metadata(
            label = "producer",
            description =
                    "How the field compares: ==, !=, <, <=, >, >=, array-contains, in, array-contains-any, not-in",
            javaType = "String")
    public static final String QUERY_OPERATOR = "CamelGoogleFirestoreQueryOperator";

    @Metadata(label = "producer", description = "What the field is compared with", javaType = "Object")
    public static final String QUERY_VALUE = "CamelGoogleFirestoreQueryValue";

    @Metadata(label = "producer", description = "How many documents a query gives, at the most", javaType = "Integer")
    public static final String QUERY_LIMIT = "CamelGoogleFirestoreQueryLimit";

    @Metadata(label = "producer", description = "The field that orders a query's documents", javaType = "String")
    public static final String QUERY_ORDER_BY = "CamelGoogleFirestoreQueryOrderBy";

    @Metadata(
            label = "producer",
            description = "ASCENDING or DESCENDING",
            javaType = "com.google.cloud.firestore.Query$Direction",
            enums = "ASCENDING,DESCENDING")
    public static final String QUERY_ORDER_DIRECTION = "CamelGoogleFirestoreQueryOrderDirection";

    @Metadata(label = "consumer", description = "The document's id", javaType = "String")
    public static final String RESPONSE_DOCUMENT_ID = "CamelGoogleFirestoreResponseDocumentId";

    @Metadata(label = "consumer", description = "The document's path, with its collection", javaType = "String")
    public static final String RESPONSE_DOCUMENT_PATH = "CamelGoogleFirestoreResponseDocumentPath";

    @Metadata(
            label = "consumer",
            description = "When the document was created",
            javaType = "com.google.cloud.Timestamp")
    public static final String RESPONSE_CREATE_TIME = "CamelGoogleFirestoreResponseCreateTime";

    @Metadata(
            label = "consumer",
            description = "When the document was last written",
            javaType = "com.google.cloud.Timestamp")
    public static final String RESPONSE_UPDATE_TIME = "CamelGoogleFirestoreResponseUpdateTime";

    @Metadata(label = "consumer", description = "When the document was read", javaType = "com.google.cloud.Timestamp")
    public static final String RESPONSE_READ_TIME = "CamelGoogleFirestoreResponseReadTime";

    @Metadata(
            label = "producer",
            description = "True leaves the fields that the body does not name as they are",
            javaType = "Boolean",
            defaultValue = "false")
    public static final String MERGE = "CamelGoogleFirestoreMerge";

    @Metadata(
            label = "producer",
            description = "With a merge: only these fields are written",
            javaType = "java.util.List<String>")
    public static final String MERGE_FIELDS = "CamelGoogleFirestoreMergeFields";

    @Metadata(
            label = "consumer",
            description = "Of a real-time update: ADDED, MODIFIED or REMOVED",
            javaType = "String")
    public static final String CHANGE_TYPE = "CamelGoogleFirestoreChangeType";

    @Metadata(
            label = "producer",
            description = "Bactrian's own: updateDocument fails where the document was written after this time",
            javaType = "com.google.cloud.Timestamp")
    public static final String EXPECTED_UPDATE_TIME = "CamelGoogleFirestoreExpectedUpdateTime";

    @Metadata(
            label = "producer",
            description = "Bactrian's own: further fields of a query, each equal to its value",
            javaType = "java.util.Map<String, Object>")
    public static final String QUERY_EQUALS = "CamelGoogleFirestoreQueryEquals";

    private GoogleFirestoreConstants() {}
}
