package io.bactrian.camel.trial;

import io.bactrian.domain.OptOutChange;
import io.bactrian.domain.OptOutSource;
import io.bactrian.domain.Receipt;
import io.bactrian.domain.User;
import java.util.Collection;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** The ports of store and provider, answering from the sample; what they would have kept or sent is told. */
final class StandInPorts extends RouteBuilder {

    private final Collection<String> ports;
    private final Scene scene;

    /** @param ports by their names, without {@code direct:} */
    StandInPorts(Collection<String> ports, Scene scene) {
        this.ports = ports;
        this.scene = scene;
    }

    @Override
    public void configure() {
        for (String port : ports) {
            from("direct:" + port).routeId("port-" + port).process(exchange -> answer(port, exchange));
        }
    }

    private void answer(String port, Exchange exchange) {
        Object asked = exchange.getMessage().getBody();
        if (port.startsWith("find-") || port.startsWith("fetch-") || port.startsWith("claim-")) {
            exchange.getMessage().setBody(found(port));
            return;
        }
        scene.play().would("port:" + port, asked);
        if (port.startsWith("send-via-") || port.startsWith("call-via-")) {
            exchange.getMessage().setBody(new Receipt(port.substring("send-via-".length()), "trial", null));
        }
        if (port.equals("log-incoming")) {
            exchange.setVariable("duplicate", scene.sample().duplicate());
        }
        exchange.setVariable("doubled", false);
    }

    private Object found(String port) {
        User user = scene.sample().user();
        return switch (port) {
            case "find-user" -> user;
            case "find-opt-outs" -> wishes(user);
            default -> port.startsWith("fetch-") ? null : List.of();
        };
    }

    private List<OptOutChange> wishes(User user) {
        List<OptOutChange> known = scene.sample().wishes();
        if (known != null) {
            return known;
        }
        return user != null && user.optedOut() ? List.of(wish(user)) : List.of();
    }

    /** About all senders: who has opted out of whatever it is, is played as opted out. */
    private OptOutChange wish(User user) {
        return new OptOutChange(
                "trial",
                user.phoneNumber(),
                null,
                null,
                true,
                OptOutSource.KEYWORD,
                null,
                null,
                null,
                scene.sample().message().receivedAt(),
                null);
    }
}
