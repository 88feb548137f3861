package io.bactrian.provider.twilio;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A URL that Twilio may have called in the place of the one that we are known by.
 *
 * @param origin scheme, host and port
 * @param prefix what a proxy takes off the path, or nothing
 * @param path the path as it was called here, or with a slash more or less
 * @param query with its question mark, or nothing
 */
record SignedVariant(String origin, String prefix, String path, String query) {

    String url() {
        return origin + prefix + path + query;
    }

    /** The value of the setting {@code sms.public-url} under which this would have been let in. */
    String publicUrl() {
        return origin + prefix;
    }

    /** Every one that differs from the first, which is what we are known by. */
    static List<SignedVariant> of(String publicUrl, WrongWebhook webhook) {
        URI known = URI.create(publicUrl);
        List<SignedVariant> variants = new ArrayList<>();
        for (String origin : origins(known, webhook)) {
            for (String prefix : distinct(known.getRawPath(), "", webhook.prefix())) {
                for (String path : List.of(webhook.path(), otherSlash(webhook.path()))) {
                    for (String query : distinct(webhook.query(), "")) {
                        variants.add(new SignedVariant(origin, prefix, path, query));
                    }
                }
            }
        }
        return variants;
    }

    /** What they differ in, the most telling thing first. */
    SignatureMistake mistake(SignedVariant known) {
        URI mine = URI.create(origin);
        URI other = URI.create(known.origin);
        if (!String.valueOf(mine.getHost()).equalsIgnoreCase(other.getHost())) {
            return SignatureMistake.HOST;
        }
        if (!mine.getScheme().equals(other.getScheme())) {
            return SignatureMistake.SCHEME;
        }
        if (mine.getPort() != other.getPort()) {
            return SignatureMistake.PORT;
        }
        return belowTheOrigin(known);
    }

    private SignatureMistake belowTheOrigin(SignedVariant known) {
        if (!prefix.equals(known.prefix)) {
            return SignatureMistake.PREFIX;
        }
        return path.equals(known.path) ? SignatureMistake.QUERY : SignatureMistake.SLASH;
    }

    private static Set<String> origins(URI known, WrongWebhook webhook) {
        Set<String> origins = new LinkedHashSet<>();
        for (String authority : distinct(known.getRawAuthority(), webhook.forwardedAuthorities())) {
            origins.add(known.getScheme() + "://" + authority);
            origins.add((known.getScheme().equals("https") ? "http" : "https") + "://" + authority);
        }
        return origins;
    }

    private static Set<String> distinct(String first, String... others) {
        Set<String> all = new LinkedHashSet<>();
        Stream.concat(Stream.of(first == null ? "" : first), Stream.of(others))
                .filter(Objects::nonNull)
                .forEach(all::add);
        return all;
    }

    private static String otherSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path + "/";
    }
}
