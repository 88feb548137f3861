package io.bactrian.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Makes wrong what is around a body: method, path, query and headers. */
final class OddEnvelopes {

    private static final List<String> METHODS = List.of(
            "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "CONNECT", "FOO", "get", "PROPFIND");
    private static final List<String> TYPES = List.of(
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "multipart/form-data",
            "application/json; charset=utf-16",
            "application/json;charset=nonsense",
            "application/json; charset=",
            "application/xml",
            "application/problem+json",
            "nonsense",
            "*/*",
            "");
    private static final List<String> NAMES = List.of(
            "CamelHttpResponseCode",
            "CamelHttpUri",
            "CamelHttpPath",
            "CamelHttpMethod",
            "CamelBeanMethodName",
            "CamelFileName",
            "CamelTwilio.from",
            "CamelSqlQuery",
            "camelhttpresponsecode",
            "breadcrumbId",
            "X-HTTP-Method-Override",
            "X-Forwarded-Prefix",
            "X-Original-URL",
            "Accept",
            "Accept-Language",
            "Content-Encoding",
            "Cookie",
            "If-Match",
            "Range",
            "Expect",
            "Origin",
            "Upgrade",
            "Location");
    private static final List<String> TAILS = List.of(
            "/",
            "//",
            "/.",
            "/..",
            "/%2e%2e/",
            ";a=b",
            "%00",
            "%2F",
            "%5C",
            "%zz",
            "%",
            "%C0%AF",
            ".json",
            "/*",
            "%0d%0aX-Injected:yes",
            "é",
            " ",
            "\\",
            "{id}",
            "|",
            "%25",
            "#x",
            "?limit=1");

    private final Odd odd;

    OddEnvelopes(Odd odd) {
        this.odd = odd;
    }

    void spoil(Draft draft) {
        switch (odd.below(7)) {
            case 0 -> method(draft);
            case 1 -> path(draft);
            case 2 -> query(draft);
            case 3 -> type(draft);
            case 4 -> credentials(draft);
            case 5 -> known(draft);
            default -> header(draft);
        }
    }

    private void method(Draft draft) {
        draft.method = odd.any(METHODS);
        draft.whatIsOdd.add("method");
    }

    private void path(Draft draft) {
        String path = draft.path;
        int at = 1 + odd.below(path.length());
        draft.path = switch (odd.below(5)) {
            case 0 -> path + encoded(odd.text());
            case 1 -> path.substring(0, at) + odd.any(TAILS) + path.substring(at);
            case 2 -> path.toUpperCase(Locale.ROOT);
            case 3 -> path + "/" + "x".repeat(odd.below(9000));
            default -> path + odd.any(TAILS);
        };
        draft.whatIsOdd.add("path");
    }

    private void query(Draft draft) {
        String name = odd.any(List.of(
                "limit",
                "cursor",
                "since",
                "until",
                "text",
                "userId",
                "status",
                "batchId",
                "who",
                "operation",
                "colour",
                "id"));
        String value = odd.oneIn(4) ? odd.any(TAILS).replace("#", "") : encoded(odd.text());
        draft.query.add(name + "=" + (value.length() > 4000 ? value.substring(0, 4000) : value));
        if (odd.oneIn(4)) {
            draft.query.add(name + "=1");
        }
        draft.whatIsOdd.add("query " + name);
    }

    private void type(Draft draft) {
        draft.withoutHeader("Content-Type");
        if (!odd.oneIn(5)) {
            draft.header("Content-Type", odd.any(TYPES));
        }
        draft.whatIsOdd.add("content type");
    }

    private void credentials(Draft draft) {
        draft.withoutHeader("Authorization");
        switch (odd.below(6)) {
            case 0 -> draft.header("Authorization", "Bearer " + line(odd.text()));
            case 1 -> draft.header("Authorization", "Basic " + line(odd.text()));
            case 2 -> draft.header("Authorization", "Basic Og==");
            case 3 -> draft.header("X-API-Key", line(odd.text()));
            case 4 -> draft.header("Authorization", line(odd.text()));
            default -> {}
        }
        draft.whatIsOdd.add("credentials");
    }

    /** The headers that the contract knows. */
    private void known(Draft draft) {
        String name = odd.any(List.of("Prefer", "Idempotency-Key"));
        String value = odd.any(
                List.of("wait=99999999999999999999", "wait=-1", "wait=", "respond-async, wait=0", ";;;,,,", "wait=0"));
        draft.header(name, odd.oneIn(2) ? value : line(odd.text()));
        draft.whatIsOdd.add(name);
    }

    private void header(Draft draft) {
        String name = odd.any(NAMES);
        draft.header(
                name,
                odd.oneIn(3) ? odd.any(List.of("299", "gzip", "100-continue", "bytes=0-", "*")) : line(odd.text()));
        draft.whatIsOdd.add(name);
    }

    /** What ends a header would begin another one; now and then that is what is wanted. */
    private String line(String text) {
        String cut = text.length() > 2000 ? text.substring(0, 2000) : text;
        return odd.oneIn(30) ? cut : cut.replaceAll("[\\p{Cntrl}]", "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
