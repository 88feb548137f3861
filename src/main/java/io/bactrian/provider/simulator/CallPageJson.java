package io.bactrian.provider.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.springframework.util.MultiValueMap;

/** A page of calls in Twilio's JSON, in all else like one of messages. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
record CallPageJson(
        List<CallJson> calls,
        int end,
        String firstPageUri,
        String nextPageUri,
        int page,
        int pageSize,
        String previousPageUri,
        int start,
        String uri) {

    private static final String RESOURCE = "Calls";

    static CallPageJson of(
            String account, MultiValueMap<String, String> asked, MessageQuery query, MessageBook.Slice slice) {
        int start = query.page() * query.pageSize();
        return new CallPageJson(
                slice.messages().stream().map(CallJson::of).toList(),
                start + slice.messages().size() - 1,
                MessagePageJson.uri(account, RESOURCE, asked, query, 0, null),
                slice.next() == null
                        ? null
                        : MessagePageJson.uri(account, RESOURCE, asked, query, query.page() + 1, slice.next()),
                query.page(),
                query.pageSize(),
                null,
                start,
                MessagePageJson.uri(account, RESOURCE, asked, query, query.page(), query.olderThan()));
    }

    @Override
    public String toString() {
        return "CallPageJson[" + page + "]";
    }
}
