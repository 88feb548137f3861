package io.bactrian.camel.trace;

import io.bactrian.domain.Channel;
import io.bactrian.domain.Draft;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.Kind;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Priority;
import io.bactrian.domain.User;
import io.bactrian.domain.UserStatus;
import io.bactrian.inbound.Registration;
import io.bactrian.optout.OptOutKeywords;
import io.bactrian.trace.Episode;
import io.bactrian.trial.LiveCopies;
import java.io.File;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.PluginHelper;

/** The flows of texts that come in, from their own files, on ports that answer from memory. */
public final class TracedFlows implements Recording {

    private final LiveCopies copies = new LiveCopies();

    public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    public static final PhoneNumber ANN = new PhoneNumber("+12025550143");
    public static final PhoneNumber OURS = new PhoneNumber("+15005550006");
    public static final String TEXT = "I am at the old mill";

    final BlockingQueue<Episode> episodes = new LinkedBlockingQueue<>();
    volatile User user =
            new User("7", ANN, "Ann of the mill", UserStatus.ACTIVE, false, null, "default", Instant.EPOCH);
    volatile boolean loop;

    @Override
    public Instant now() {
        return NOON;
    }

    @Override
    public String instance() {
        return "here";
    }

    @Override
    public void offer(Supplier<Episode> episode) {
        episodes.add(episode.get());
    }

    public CamelContext start(InterceptStrategy watch, RouteBuilder... more) throws Exception {
        CamelContext camel = new DefaultCamelContext();
        camel.getRegistry().bind("registration", new Registration());
        camel.getRegistry().bind("optOutKeywords", new OptOutKeywords());
        camel.getRegistry().bind("acknowledgments", new Answering());
        camel.getRegistry().bind("loopGuard", new Guard());
        camel.getRegistry().bind("messageMeters", new Meters());
        if (watch != null) {
            camel.getCamelContextExtension().addInterceptStrategy(watch);
        }
        camel.addRoutesConfigurations(new RouteConfigurationBuilder() {
            @Override
            public void configuration() {
                routeConfiguration().errorHandler(noErrorHandler());
            }
        });
        for (String file : List.of(
                "inbound/receive-message",
                "inbound/acknowledge-sender",
                "optout/follow-keyword",
                "optout/look-up-wishes",
                "outbound/send-message")) {
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(PluginHelper.getResourceLoader(camel)
                            .resolveResource("file:" + new File("routes/" + file + ".camel.yaml").getAbsolutePath()));
        }
        camel.addRoutes(ports());
        for (RouteBuilder routes : more) {
            camel.addRoutes(routes);
        }
        camel.start();
        return camel;
    }

    private RouteBuilder ports() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:find-user")
                        .process(exchange -> exchange.getMessage().setBody(user));
                from("direct:log-incoming").routeGroup("store/memory").setVariable("duplicate", constant(false));
                from("direct:queue-outgoing").routeGroup("store/memory").setVariable("kept", body());
                from("direct:record-opt-out").routeGroup("store/memory").setVariable("kept", body());
                from("direct:find-opt-outs").setBody(exchange -> List.of());
                from("direct:tell-received").routeGroup("integration").setVariable("told", constant(true));
                from("direct:wake-dispatcher").routeGroup("store/memory").setVariable("woken", constant(true));
            }
        };
    }

    public static IncomingMessage text(String sid, String text) {
        return new IncomingMessage(
                sid, ANN, OURS, text, List.of(), false, false, null, NOON, "default", "twilio", Channel.SMS, null);
    }

    /** Stands in for the answer of the settings. */
    public static final class Answering {
        public OutgoingMessage to(IncomingMessage message) {
            Draft draft = new Draft(
                    "ack-" + message.messageSid(),
                    message.phoneNumber(),
                    message.to(),
                    Channel.SMS,
                    TEXT,
                    List.of(),
                    Kind.ACKNOWLEDGMENT,
                    Priority.HIGH,
                    message.messageSid(),
                    null,
                    null,
                    message.tenant());
            return OutgoingMessage.queued(draft, NOON);
        }
    }

    /** Stands in for the guard. */
    public final class Guard {
        public boolean allowAnswer(OutgoingMessage message, Boolean again) {
            return !loop;
        }
    }

    /** Stands in for the counting. */
    public static final class Meters {
        public void received(IncomingMessage message, Boolean again) {
            // counts nothing
        }
    }

    @Override
    public LiveCopies copies() {
        return copies;
    }
}
