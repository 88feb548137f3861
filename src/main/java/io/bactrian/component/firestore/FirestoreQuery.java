package io.bactrian.component.firestore;

import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.Query;
import java.util.List;
import java.util.Locale;

/**
 * A query as the headers, or the options of a consumer, say it. Whatever is null is left out.
 *
 * @param field filters only together with an operator and a value
 * @param limit none where it is not positive
 */
record FirestoreQuery(
        String field, String operator, Object value, String orderBy, Query.Direction direction, Integer limit) {

    Query on(CollectionReference collection) {
        Query query = collection;
        if (isThere(field) && isThere(operator) && value != null) {
            query = filter(query);
        }
        if (isThere(orderBy)) {
            query = query.orderBy(orderBy, direction == null ? Query.Direction.ASCENDING : direction);
        }
        return limit == null || limit <= 0 ? query : query.limit(limit);
    }

    private static boolean isThere(String text) {
        return text != null && !text.isBlank();
    }

    private Query filter(Query query) {
        return switch (operator.toLowerCase(Locale.ROOT)) {
            case "==", "eq", "equals" -> query.whereEqualTo(field, value);
            case "!=", "ne", "notequals" -> query.whereNotEqualTo(field, value);
            case "<", "lt" -> query.whereLessThan(field, value);
            case "<=", "lte" -> query.whereLessThanOrEqualTo(field, value);
            case ">", "gt" -> query.whereGreaterThan(field, value);
            case ">=", "gte" -> query.whereGreaterThanOrEqualTo(field, value);
            case "array-contains" -> query.whereArrayContains(field, value);
            case "in" -> query.whereIn(field, values());
            case "array-contains-any" -> query.whereArrayContainsAny(field, values());
            case "not-in" -> query.whereNotIn(field, values());
            default -> throw new UnusableRequest("there is no query operator " + operator);
        };
    }

    private List<?> values() {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new UnusableRequest("the query operator " + operator + " needs a list");
    }
}
