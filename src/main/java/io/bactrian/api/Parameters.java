package io.bactrian.api;

import io.bactrian.paging.InvalidCursorException;
import io.bactrian.paging.Page;
import io.bactrian.paging.PageRequest;
import io.bactrian.security.Caller;
import io.bactrian.web.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** The parameters of a call that the contract declares, checked against it, from path, query and headers alike. */
public record Parameters(Map<String, String> values) {

    /** The one header that a call need not declare to be given it. */
    public static final String ACCEPT = "Accept";

    private static final MediaType CSV = new MediaType("text", "csv");
    private static final int DEFAULT_LIMIT = 50;

    public Parameters {
        values = Map.copyOf(values);
    }

    /** The parameter, or null where the caller gave none. */
    String text(String name) {
        return values.get(name);
    }

    int limit() {
        String limit = text("limit");
        return limit == null ? DEFAULT_LIMIT : Integer.parseInt(limit);
    }

    PageRequest page(Caller caller) {
        return new PageRequest(caller.tenant(), text("cursor"), limit(), "oldest".equals(text("order")));
    }

    /** @throws Refused where the cursor is none of ours */
    static <T> Page<T> paging(Supplier<Page<T>> query) {
        try {
            return query.get();
        } catch (InvalidCursorException e) {
            throw Refused.invalid("cursor", "is none that a page gave");
        }
    }

    Boolean flag(String name) {
        return text(name) == null ? null : Boolean.valueOf(text(name));
    }

    /** Whether the caller would rather have a table than JSON; whoever names both alike, as generated clients do, would not. */
    boolean wantsCsv() {
        double csv = quality(CSV::equalsTypeAndSubtype);
        double named = quality(MediaType.APPLICATION_JSON::equalsTypeAndSubtype);
        double any = quality(type -> type.includes(MediaType.APPLICATION_JSON));
        return csv > 0 && csv >= any && csv > named;
    }

    private double quality(Predicate<MediaType> of) {
        return accepted().stream()
                .filter(of)
                .mapToDouble(MediaType::getQualityValue)
                .max()
                .orElse(0);
    }

    private List<MediaType> accepted() {
        try {
            return MediaType.parseMediaTypes(text(ACCEPT));
        } catch (InvalidMediaTypeException e) {
            return List.of();
        }
    }

    Instant instant(String name) {
        try {
            return text(name) == null ? null : OffsetDateTime.parse(text(name)).toInstant();
        } catch (DateTimeException e) {
            throw Refused.invalid(name, "is no time as RFC 3339 writes it");
        }
    }

    <E extends Enum<E>> E word(String name, Class<E> type) {
        return text(name) == null ? null : word(text(name), type.getEnumConstants());
    }

    private static <E extends Enum<E>> E word(String text, E[] words) {
        return Arrays.stream(words)
                .filter(word -> word.toString().equals(text))
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    @Override
    public String toString() {
        return "Parameters" + values.keySet();
    }
}
