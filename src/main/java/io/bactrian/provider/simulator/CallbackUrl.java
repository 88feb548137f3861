package io.bactrian.provider.simulator;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Where the statuses of a message are to be posted. */
final class CallbackUrl {

    private CallbackUrl() {}

    /**
     * The URL without its fragment, which is for Twilio alone and takes no part in the signature; null stays null.
     *
     * @throws Refusal where it is none that Twilio could post to; a host with an underscore is not one either
     */
    static String of(String text) {
        if (text == null) {
            return null;
        }
        try {
            URI uri = URI.create(text);
            if (uri.getHost() == null || !uri.getScheme().matches("(?i)https?")) {
                throw Refusal.of(21609);
            }
        } catch (IllegalArgumentException e) {
            throw Refusal.of(21609);
        }
        return text.replaceFirst("#.*", "");
    }

    /** The last segment of its path, decoded: there the gateway puts its own id of the message. Null stays null. */
    static String lastSegment(String url) {
        if (url == null) {
            return null;
        }
        List<String> segments = UriComponentsBuilder.fromUriString(url).build().getPathSegments();
        return segments.isEmpty() ? null : UriUtils.decode(segments.get(segments.size() - 1), StandardCharsets.UTF_8);
    }
}
