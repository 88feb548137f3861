package io.bactrian.provider.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** A page of messages in Twilio's JSON. The previous page is not offered: nobody pages backwards here. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
record MessagePageJson(
        int end,
        String firstPageUri,
        List<MessageJson> messages,
        String nextPageUri,
        int page,
        int pageSize,
        String previousPageUri,
        int start,
        String uri) {

    private static final String RESOURCE = "Messages";

    static MessagePageJson of(
            String account, MultiValueMap<String, String> asked, MessageQuery query, MessageBook.Slice slice) {
        int start = query.page() * query.pageSize();
        return new MessagePageJson(
                start + slice.messages().size() - 1,
                uri(account, RESOURCE, asked, query, 0, null),
                slice.messages().stream().map(MessageJson::of).toList(),
                slice.next() == null ? null : uri(account, RESOURCE, asked, query, query.page() + 1, slice.next()),
                query.page(),
                query.pageSize(),
                null,
                start,
                uri(account, RESOURCE, asked, query, query.page(), query.olderThan()));
    }

    static String uri(
            String account,
            String resource,
            MultiValueMap<String, String> asked,
            MessageQuery query,
            int page,
            Long place) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>(asked);
        parameters.set("PageSize", String.valueOf(query.pageSize()));
        parameters.set("Page", String.valueOf(page));
        parameters.remove("PageToken");
        if (place != null) {
            parameters.set("PageToken", MessageQuery.token(place));
        }
        String path = "/" + MessageJson.API_VERSION + "/Accounts/" + account + "/" + resource + ".json";
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(path);
        parameters.forEach((name, values) -> values.forEach(value -> uri.queryParam(encoded(name), encoded(value))));
        return uri.build(true).toUriString();
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, "UTF-8");
    }

    @Override
    public String toString() {
        return "MessagePageJson[" + page + "]";
    }
}
