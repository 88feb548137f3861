package io.bactrian.routecheck;

import java.util.stream.Stream;

/** How work gets into a route that no other route calls, in words for the map. */
final class Entrance {

    private static final int SECOND_MS = 1000;

    private Entrance() {}

    static String of(RouteFile file) {
        YamlNode parameters = file.from().at("parameters");
        return switch (file.uri().scheme()) {
            case "platform-http" -> request(parameters, file.uri().name());
            case "quartz", "timer", "scheduler" -> timer(parameters, file.uri());
            default -> file.uri().text();
        };
    }

    private static String request(YamlNode parameters, String path) {
        String methods = parameters.text("httpMethodRestrict");
        return (methods == null ? "" : methods + " ") + path;
    }

    private static String timer(YamlNode parameters, Uri uri) {
        return Stream.of("trigger.repeatInterval", "period", "delay")
                .map(parameters::text)
                .filter(text -> text != null && text.matches("\\d{1,9}"))
                .findFirst()
                .map(ms -> "every " + seconds(Integer.parseInt(ms)))
                .orElseGet(() -> parameters.has("cron") ? "at " + parameters.text("cron") : uri.text());
    }

    private static String seconds(int ms) {
        return ms % SECOND_MS == 0 ? ms / SECOND_MS + " s" : ms + " ms";
    }
}
