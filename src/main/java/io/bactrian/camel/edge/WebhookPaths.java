package io.bactrian.camel.edge;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Which route takes the webhooks of which path, now. */
@Component
final class WebhookPaths {

    /** Below these, {@code platform-http:} is served by this package; the security of webhooks covers the same. */
    private static final String[] PREFIXES = {"/webhooks/", "/api/real/webhooks/"};

    private final Map<PathPattern, WebhookConsumer> consumers = new ConcurrentHashMap<>();

    /** @param consumer who takes what matched
     * @param variables what the braces of its path stood for */
    record Match(WebhookConsumer consumer, Map<String, String> variables) {}

    static boolean isWebhook(String path) {
        for (String prefix : PREFIXES) {
            if (path.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** As a servlet is mapped. */
    static String[] mappings() {
        return java.util.Arrays.stream(PREFIXES).map(prefix -> prefix + "*").toArray(String[]::new);
    }

    void add(WebhookConsumer consumer) {
        consumers.put(pattern(consumer), consumer);
    }

    void remove(WebhookConsumer consumer) {
        consumers.remove(pattern(consumer), consumer);
    }

    /** The most specific one, as Spring orders them. */
    Optional<Match> find(String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return consumers.keySet().stream()
                .filter(pattern -> pattern.matches(parsed))
                .sorted()
                .findFirst()
                .map(pattern -> new Match(
                        consumers.get(pattern), pattern.matchAndExtract(parsed).getUriVariables()));
    }

    private static PathPattern pattern(WebhookConsumer consumer) {
        return PathPatternParser.defaultInstance.parse(consumer.getEndpoint().getPath());
    }
}
