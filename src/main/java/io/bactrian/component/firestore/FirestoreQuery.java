package io.bactrian.component.firestore;

import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.Query;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A query as the headers, or the options of a consumer, say it. Whatever is null is left out.
 *
 * @param field filters only together with an operator and a value
 * @param limit none where it is not positive
 * @param equals further fields, each of which is equal to its value
 */
record FirestoreQuery(
        String field,
        String operator,
        Object value,
        String orderBy,
        Query.Direction direction,
        Integer limit,
        Map<?, ?> equals) {

    Query on(CollectionReference collection) {
        Query query = collection;
        for (Map.Entry<?, ?> further : equals.entrySet()) {
            query = query.whereEqualTo(further.getKey().toString(), further.getValue());
        }
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
