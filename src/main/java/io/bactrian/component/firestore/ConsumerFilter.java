package io.bactrian.component.firestore;

import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.Query;
import java.util.Map;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** Which documents a consumer sees; all of it is ours, the contract's consumer sees the whole collection. */
@UriParams
public class ConsumerFilter {

    @UriParam(label = "consumer", description = "Bactrian's own: the field that decides which documents are consumed")
    private String queryField;

    @UriParam(
            label = "consumer",
            defaultValue = "==",
            description = "Bactrian's own: how the field compares, as in the header")
    private String queryOperator = "==";

    @UriParam(label = "consumer", description = "Bactrian's own: the text that the field is compared with")
    private String queryValue;

    @UriParam(label = "consumer", description = "Bactrian's own: the field that orders the documents")
    private String queryOrderBy;

    @UriParam(
            label = "consumer",
            defaultValue = "0",
            description = "Bactrian's own: how many documents are looked at, the first in order; 0 for all")
    private int queryLimit;

    Query on(CollectionReference collection) {
        return new FirestoreQuery(queryField, queryOperator, queryValue, queryOrderBy, null, queryLimit, Map.of())
                .on(collection);
    }

    public String getQueryField() {
        return queryField;
    }

    public void setQueryField(String queryField) {
        this.queryField = queryField;
    }

    public String getQueryOperator() {
        return queryOperator;
    }

    public void setQueryOperator(String queryOperator) {
        this.queryOperator = queryOperator;
    }

    public String getQueryValue() {
        return queryValue;
    }

    public void setQueryValue(String queryValue) {
        this.queryValue = queryValue;
    }

    public String getQueryOrderBy() {
        return queryOrderBy;
    }

    public void setQueryOrderBy(String queryOrderBy) {
        this.queryOrderBy = queryOrderBy;
    }

    public int getQueryLimit() {
        return queryLimit;
    }

    public void setQueryLimit(int queryLimit) {
        this.queryLimit = queryLimit;
    }
}
