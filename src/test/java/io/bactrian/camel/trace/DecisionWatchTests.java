package io.bactrian.camel.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.domain.IncomingMessage;
import io.bactrian.trace.Episode;
import io.bactrian.trace.StepsJson;
import io.bactrian.trace.TraceStep;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is recorded while the real flows decide. */
class DecisionWatchTests {

    private final TracedFlows flows = new TracedFlows();
    private CamelContext camel;
    private ProducerTemplate template;

    @BeforeEach
    void start() throws Exception {
        camel = flows.start(new DecisionWatch(flows), new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:rows")
                        .split(body())
                        .parallelProcessing()
                        .to("direct:receive-message")
                        .end();
                from("direct:later").to("seda:later?waitForTaskToComplete=Never");
                from("seda:later").routeId("later").to("direct:receive-message");
                from("direct:round").loop(500).to("direct:log-incoming").end();
                from("direct:broken")
                        .to("direct:receive-message")
                        .throwException(new IllegalStateException("+12025550143"));
            }
        });
        template = camel.createProducerTemplate();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void tellsThePathAndWhy() throws Exception {
        template.sendBody("direct:receive-message", text("SM1"));
        Episode episode = next();
        assertThat(episode.messageId()).isEqualTo("SM1");
        assertThat(episode.route()).isEqualTo("receive-message");
        assertThat(path(episode))
                .containsExactly(
                        "find-sender > User (status: active, optedOut: false)",
                        "log-message > null",
                        "duplicate = false > false",
                        "tell-of-incoming > IncomingMessage (isRegistered: true, responseSent: false, channel: sms)",
                        "direct:look-up-wishes > null",
                        "wishes-matter > false",
                        "read-keyword > nothing",
                        "registered-or-not > is-registered",
                        "direct:acknowledge-sender > null",
                        "may-be-texted > true",
                        "is-no-loop > true",
                        "direct:send-message > null",
                        "direct:queue-outgoing > null",
                        "direct:wake-dispatcher > null");
        TraceStep choice = episode.steps().get(7);
        assertThat(choice.kind()).isEqualTo("choice");
        assertThat(choice.says())
                .isEqualTo("is-keyword: ${variable.keyword} != null; is-registered: ${body.isRegistered} == true");
        assertThat(choice.values())
                .containsEntry("variable.keyword", "nothing")
                .containsEntry("body.isRegistered", "true");
        TraceStep filter = episode.steps().get(9);
        assertThat(filter.says())
                .isEqualTo("optOutKeywords.allowAnswer(${body}, ${variable.wishes}, ${variable.duplicate})");
        assertThat(filter.values()).containsEntry("variable.duplicate", "false");
    }

    @Test
    void tellsOfNobodyAndNothingThatWasSaid() throws Exception {
        template.sendBody("direct:receive-message", text("SM1"));
        assertThat(StepsJson.write(next().steps()))
                .doesNotContain("2025550143", "143", "5005550006", "old mill", "Ann", TracedFlows.TEXT);
    }

    @Test
    void tellsWhichBranchAndWhichHold() throws Exception {
        flows.user = null;
        template.sendBody("direct:receive-message", text("SM1"));
        assertThat(path(next())).contains("find-sender > nothing", "registered-or-not > is-unknown");
        template.sendBody("direct:receive-message", TracedFlows.text("SM2", "STOP"));
        assertThat(path(next()))
                .contains("read-keyword > stop", "registered-or-not > is-keyword", "changes-something > true");
        flows.user = new TracedFlows().user;
        flows.loop = true;
        template.sendBody("direct:receive-message", text("SM3"));
        assertThat(path(next())).endsWith("may-be-texted > true", "is-no-loop > false");
    }

    @Test
    void eachRowAndWhatIsQueuedForLaterHasItsOwn() throws Exception {
        template.sendBody("direct:rows", List.of(text("SM1"), text("SM2"), text("SM3")));
        assertThat(List.of(next().messageId(), next().messageId(), next().messageId()))
                .containsExactlyInAnyOrder("SM1", "SM2", "SM3");
        template.sendBody("direct:later", text("SM4"));
        List<Episode> both = new ArrayList<>(List.of(next(), next()));
        assertThat(both).extracting(Episode::messageId).containsOnly("SM4");
        assertThat(both).extracting(episode -> episode.steps().size()).containsExactlyInAnyOrder(1, 15);
        assertThat(flows.episodes).isEmpty();
    }

    @Test
    void aLoopIsCutShort() throws Exception {
        template.sendBody("direct:round", text("SM1"));
        assertThat(next().steps()).hasSize(60);
    }

    @Test
    void tellsThatItFailedAndNotWhatWasQuoted() throws Exception {
        template.send("direct:broken", exchange -> exchange.getMessage().setBody(text("SM1")));
        assertThat(StepsJson.write(next().steps())).doesNotContain("2025550143");
    }

    @Test
    void isNotInTheWayOfWhatIsAboutNoMessage() {
        template.sendBody("direct:wake-dispatcher", "anything");
        template.send(
                "direct:receive-message", exchange -> exchange.getMessage().setBody("no message"));
        assertThat(flows.episodes).isEmpty();
    }

    private Episode next() throws InterruptedException {
        Episode episode = flows.episodes.poll(20, TimeUnit.SECONDS);
        assertThat(episode).as("an episode").isNotNull();
        return episode;
    }

    private static List<String> path(Episode episode) {
        return episode.steps().stream()
                .map(step -> (step.step() == null ? step.says() : step.step()) + " > " + step.outcome())
                .toList();
    }

    private static IncomingMessage text(String sid) {
        return TracedFlows.text(sid, TracedFlows.TEXT);
    }
}
