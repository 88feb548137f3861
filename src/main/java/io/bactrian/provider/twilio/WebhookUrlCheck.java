package io.bactrian.provider.twilio;

import com.twilio.http.HttpMethod;
import io.bactrian.doctor.Diagnosis;
import java.net.URI;
import java.util.List;
import java.util.Objects;

/** Holds the URL that Twilio posts texts to against ours. Of a foreign one the host is told, and nothing else. */
final class WebhookUrlCheck {

    private static final String PART = "webhook";

    /** The second one is that of older gateways. */
    private static final List<String> PATHS =
            List.of("/webhooks/twilio/incoming", "/api/real/webhooks/twilio/incoming");

    private final URI ours;

    WebhookUrlCheck(String publicUrl) {
        this.ours = URI.create(publicUrl);
    }

    /** @param whose "the number" or "the messaging service" */
    Diagnosis of(String whose, URI found, HttpMethod method) {
        String deviation = deviation(found, method);
        if (deviation != null) {
            return Diagnosis.wrong(PART, whose + " " + deviation, mend(whose));
        }
        return found.getRawFragment() == null
                ? Diagnosis.advice(
                        PART,
                        whose + " posts texts here, and tries again once, and only where it cannot connect",
                        "Add #rc=5&rp=all to its URL.")
                : Diagnosis.right(PART, whose + " posts texts here, and tries again");
    }

    String mend(String whose) {
        return "In the Twilio Console, set what " + whose + " calls when a message comes in to "
                + ours.getScheme() + "://" + ours.getRawAuthority().replaceAll(".*@", "")
                + Objects.requireNonNullElse(ours.getRawPath(), "") + PATHS.get(0)
                + "#rc=5&rp=all with HTTP POST; or correct SMS_PUBLIC_URL.";
    }

    private String deviation(URI found, HttpMethod method) {
        if (found == null || found.toString().isEmpty()) {
            return "posts texts nowhere";
        }
        if (found.getHost() == null) {
            return "has a URL that cannot be read";
        }
        if (!found.getHost().equalsIgnoreCase(ours.getHost())) {
            return "posts texts to another host (" + found.getHost() + ")";
        }
        if (!ours.getScheme().equalsIgnoreCase(found.getScheme())) {
            return "posts texts by " + found.getScheme() + " and not by " + ours.getScheme() + ", and signs that";
        }
        if (port(found) != port(ours)) {
            return "posts texts to another port";
        }
        return path(found, method);
    }

    private String path(URI found, HttpMethod method) {
        String prefix = Objects.requireNonNullElse(ours.getRawPath(), "");
        List<String> wanted = PATHS.stream().map(path -> prefix + path).toList();
        if (wanted.contains(found.getRawPath().replaceAll("/+$", ""))
                && found.getRawPath().endsWith("/")) {
            return "posts texts to our path with a slash at the end";
        }
        if (!wanted.contains(found.getRawPath())) {
            return "posts texts to another path";
        }
        return method == HttpMethod.POST ? null : "calls by " + method + " and not by POST";
    }

    private static int port(URI url) {
        return url.getPort() > 0 ? url.getPort() : "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
    }
}
