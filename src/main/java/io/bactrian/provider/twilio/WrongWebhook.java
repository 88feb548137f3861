package io.bactrian.provider.twilio;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a request says of the URL that was called before proxies changed it. Anybody can write such headers, so they
 * never let anything in: they are only tried when somebody wants to know why a signature did not fit.
 *
 * @param path as it was called here
 * @param query with its question mark, or nothing
 * @param prefix what a proxy says that it took off, or null
 * @param forwardedAuthorities the hosts, with their ports where they tell one
 */
record WrongWebhook(String path, String query, String prefix, String... forwardedAuthorities) {

    private static final Pattern AUTHORITY =
            Pattern.compile("([A-Za-z0-9](?:[A-Za-z0-9.-]{0,252})|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{1,5})?");

    private static final Pattern PREFIX = Pattern.compile("(/[A-Za-z0-9._~-]{1,60}){1,4}");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");

    /** {@code Host}, the first and the last of a chain of proxies, and one with the port beside it. */
    private static final int MOST_AUTHORITIES = 4;

    static WrongWebhook of(HttpServletRequest request) {
        String query = request.getQueryString();
        String prefix = request.getHeader("X-Forwarded-Prefix");
        return new WrongWebhook(
                request.getRequestURI(),
                query == null ? "" : "?" + query,
                prefix != null && PREFIX.matcher(prefix).matches() ? prefix : null,
                authorities(request));
    }

    private static String[] authorities(HttpServletRequest request) {
        Set<String> all = new LinkedHashSet<>();
        String[] forwarded = split(request.getHeader("X-Forwarded-Host"));
        String port = request.getHeader("X-Forwarded-Port");
        String host = request.getHeader("Host");
        Stream.of(forwarded).limit(1).forEach(all::add);
        Stream.of(forwarded).skip(Math.max(0, forwarded.length - 1)).forEach(all::add);
        if (host != null) {
            all.add(host);
        }
        if (port != null && PORT.matcher(port).matches()) {
            Stream.concat(Stream.of(forwarded), Stream.ofNullable(host))
                    .findFirst()
                    .ifPresent(name -> all.add(name.replaceFirst(":[0-9]+$", "") + ":" + port));
        }
        return all.stream()
                .filter(name -> AUTHORITY.matcher(name).matches())
                .limit(MOST_AUTHORITIES)
                .toArray(String[]::new);
    }

    private static String[] split(String header) {
        return header == null
                ? new String[0]
                : Arrays.stream(header.split(",", 8)).map(String::strip).toArray(String[]::new);
    }
}
