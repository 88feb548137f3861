package io.bactrian.provider.twilio;

import java.util.List;

/**
 * The forms of one URL that may have been signed. Twilio drops fragment and credentials, and is not consistent about
 * the port, so every official validator tries the URL with and without one; for URLs with credentials, some sign them.
 * All by cutting the text: a parsed and rebuilt query would no longer be what was signed.
 */
final class SignedUrl {

    private SignedUrl() {}

    /** What Twilio signs when it calls this URL. */
    static String canonical(String url) {
        String whole = withoutFragment(url);
        int host = hostStart(whole);
        return whole.substring(0, schemeEnd(whole)) + whole.substring(host);
    }

    static List<String> candidates(String url) {
        String whole = withoutFragment(url);
        int scheme = schemeEnd(whole);
        int host = hostStart(whole);
        int end = authorityEnd(whole, scheme);
        int port = portStart(whole, host, end);
        String start = whole.substring(0, scheme);
        String bare = whole.substring(host, port) + whole.substring(end);
        String ported = port < end
                ? whole.substring(host)
                : whole.substring(host, end) + defaultPort(start) + whole.substring(end);
        if (host == scheme) {
            return List.of(start + bare, start + ported);
        }
        String credentials = whole.substring(scheme, host);
        return List.of(start + bare, start + ported, start + credentials + bare, start + credentials + ported);
    }

    /** The colon before the port, or the end of the authority; the colons of an IPv6 address stand in brackets. */
    private static int portStart(String url, int host, int end) {
        int colon = url.lastIndexOf(':', end - 1);
        int bracket = url.lastIndexOf(']', end - 1);
        return colon >= host && colon > bracket ? colon : end;
    }

    private static String withoutFragment(String url) {
        int fragment = url.indexOf('#');
        return fragment < 0 ? url : url.substring(0, fragment);
    }

    private static int schemeEnd(String url) {
        int colon = url.indexOf("://");
        return colon < 0 ? 0 : colon + 3;
    }

    private static int authorityEnd(String url, int start) {
        for (int i = start; i < url.length(); i++) {
            if (url.charAt(i) == '/' || url.charAt(i) == '?') {
                return i;
            }
        }
        return url.length();
    }

    /** Behind the credentials, where there are any. */
    private static int hostStart(String url) {
        int start = schemeEnd(url);
        int at = url.lastIndexOf('@', authorityEnd(url, start) - 1);
        return at < start ? start : at + 1;
    }

    private static String defaultPort(String scheme) {
        return scheme.equalsIgnoreCase("https://") ? ":443" : ":80";
    }
}
