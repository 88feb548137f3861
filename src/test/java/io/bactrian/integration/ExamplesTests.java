package io.bactrian.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.bactrian.Gateway;
import io.bactrian.domain.Kind;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.failure.DeadLetterSummary;
import io.bactrian.failure.DeadLetters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** The examples of docs/examples, as they stand there, in a gateway that runs, with real systems around it. */
class ExamplesTests {

    private static final String SECRET = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String STRANGER = "+15005550199";
    private static final String LEAVING = "+15005550166";
    private static final String ON_CALL = "+15005550177";
    private static final Path EXAMPLES = Path.of("docs/examples");

    @TempDir
    static Path folder;

    private static final Receiver forward = new Receiver();
    private static final Receiver log = new Receiver();
    private static final GreenMail mail =
            new GreenMail(new ServerSetup[] {ServerSetupTest.IMAP.dynamicPort(), ServerSetupTest.SMTP.dynamicPort()});
    private static Path routes;
    private static Gateway gateway;

    @BeforeAll
    static void start() throws IOException {
        mail.start();
        mail.setUser("alerts@example.org", "alerts", "a-password-of-a-mailbox");
        routes = folder.resolve("routes");
        copy(Path.of("routes"), routes);
        gateway = Gateway.start(
                folder.resolve("data"),
                "sms.routes-dir=" + routes,
                "sms.edits.watch=true",
                "sms.integration.retries=2",
                "sms.integration.first-delay=10ms",
                "forward.url=" + forward.url(),
                "forward.secret=" + SECRET,
                "second-log.url=" + log.url(),
                "alerts.mailbox=imap://localhost:" + mail.getImap().getPort(),
                "alerts.username=alerts",
                "alerts.password=a-password-of-a-mailbox",
                "alerts.every=200",
                "on-call.number=" + ON_CALL);
        copy(EXAMPLES, routes.resolve("examples"));
        for (String example : List.of("answer-opening-hours", "forward-incoming", "text-on-call", "keep-second-log")) {
            awaitRoute(example);
        }
    }

    private static void awaitRoute(String id) {
        await().untilAsserted(() -> assertThat(
                        gateway.bean(CamelContext.class).getRouteController().getRouteStatus(id))
                .isEqualTo(ServiceStatus.Started));
    }

    @AfterAll
    static void stop() {
        List<String> letters = gateway.bean(DeadLetters.class).page(null, 100).items().stream()
                .map(DeadLetterSummary::id)
                .toList();
        forward.close();
        log.close();
        gateway.close();
        mail.stop();
        assertThat(letters).as("none of the flows has failed").allMatch(id -> id.startsWith("notice-"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void text(String sid, String body) {
        text(sid, body, STRANGER);
    }

    private static void text(String sid, String body, String from) {
        assertThat(gateway.postSigned("/webhooks/twilio/incoming", Gateway.text(sid, from, body))
                        .statusCode())
                .isEqualTo(200);
    }

    private static String sid(int number) {
        return String.format("SM%032d", number);
    }

    private static List<OutgoingMessage> sentTo(String number) {
        return gateway.outgoing().stream()
                .filter(message -> message.phoneNumber().value().equals(number))
                .toList();
    }

    private static List<Receiver.Post> forwarded(String sid) {
        return forward.posts().stream().filter(post -> sid.equals(post.id())).toList();
    }

    private static void eventually(Supplier<List<?>> what, int howMany) {
        await().untilAsserted(() -> assertThat(what.get()).hasSize(howMany));
    }

    @Test
    void answersAKeywordOnceHoweverOftenItIsPosted() {
        text(sid(1), "hours?");
        text(sid(1), "hours?");
        text(sid(2), "What are your hours");
        text(sid(3), "Hours, please");

        eventually(() -> sentTo(STRANGER), 2);
        assertThat(sentTo(STRANGER)).allSatisfy(answer -> {
            assertThat(answer.messageContent()).isEqualTo("We are open Monday to Friday, 9 to 17.");
            assertThat(answer.kind()).isEqualTo(Kind.AUTO_REPLY);
            assertThat(answer.from().value()).isEqualTo("+15005550006");
        });
    }

    @Test
    void forwardsSignedAndAgainUntilItIsTaken() {
        forward.refuse(sid(11), 503);
        text(sid(11), "Hello there");

        eventually(() -> forwarded(sid(11)), 2);
        Receiver.Post post = forwarded(sid(11)).get(1);
        assertThat(post.body()).contains("\"messageContent\":\"Hello there\"", "\"phoneNumber\":\"" + STRANGER + "\"");
        WebhookSignature theirs =
                new WebhookSignature(new MockEnvironment().withProperty("secret", SECRET), Clock.systemUTC());
        assertThat(post.signature()).isEqualTo(theirs.sign(sid(11), post.timestamp(), post.body(), "secret"));
    }

    @Test
    void makesADeadLetterOfWhatIsNeverTakenAndAReplayForwardsIt() {
        forward.refuse(sid(21), 500, 500, 500);
        text(sid(21), "Hello");

        String letter = "notice-forward-incoming-" + sid(21);
        DeadLetters letters = gateway.bean(DeadLetters.class);
        await().untilAsserted(() -> assertThat(letters.page(null, 100).items())
                .extracting(DeadLetterSummary::id)
                .contains(letter));
        assertThat(forwarded(sid(21))).hasSize(3);
        assertThat(Gateway.send(gateway.asOperator("/api/dead-letters/" + letter + "/replay")
                                .POST(java.net.http.HttpRequest.BodyPublishers.noBody())
                                .build())
                        .statusCode())
                .isEqualTo(200);
        eventually(() -> forwarded(sid(21)), 4);
    }

    @Test
    void tellsARouteThatWasStoppedWhatCameMeanwhile() throws Exception {
        gateway.bean(CamelContext.class).getRouteController().stopRoute("forward-incoming");
        text(sid(31), "Is anybody there?");
        text(sid(32), "Hello?");
        gateway.bean(CamelContext.class).getRouteController().startRoute("forward-incoming");

        eventually(() -> forwarded(sid(31)), 1);
        eventually(() -> forwarded(sid(32)), 1);
    }

    @Test
    void textsWhoeverIsOnCallOnceAMail() {
        GreenMailUtil.sendTextEmail(
                "alerts@example.org",
                "monitor@example.org",
                "Disk full",
                "smsTo: +15005550188",
                mail.getSmtp().getServerSetup());

        eventually(() -> sentTo(ON_CALL), 1);
        assertThat(sentTo(ON_CALL).get(0).messageContent()).isEqualTo("Alert: Disk full");
        await().during(Duration.ofSeconds(1)).until(() -> sentTo(ON_CALL).size() == 1);
    }

    @Test
    void aFileOfOnesOwnIsEditedAndDeletedWhileItRuns() throws IOException {
        String example = Files.readString(EXAMPLES.resolve("answer-opening-hours.camel.yaml"))
                .replace("answer-opening-hours", "answer-bye")
                .replace("HOURS", "BYE");
        Path file = routes.resolve("examples/answer-bye.camel.yaml");
        Files.writeString(file, example);
        awaitRoute("answer-bye");
        text(sid(51), "Bye", LEAVING);
        eventually(() -> sentTo(LEAVING), 1);

        Files.writeString(file, example.replace("keyword: BYE", "keyword: CIAO").replace("to 17", "to 18"));
        await().untilAsserted(() -> assertThat(gateway.bean(CamelContext.class)
                        .getEndpointRegistry()
                        .keySet()
                        .toString())
                .contains("CIAO"));
        awaitRoute("answer-bye");
        text(sid(52), "Ciao", LEAVING);
        eventually(() -> sentTo(LEAVING), 2);
        assertThat(sentTo(LEAVING)).anyMatch(answer -> answer.messageContent().contains("to 18"));

        Files.delete(file);
        await().until(() -> gateway.bean(CamelContext.class).getRoute("answer-bye") == null);
        text(sid(53), "Ciao", LEAVING);
        await().during(Duration.ofSeconds(1)).until(() -> sentTo(LEAVING).size() == 2);
    }

    @Test
    void nobodyWaitsForASecondLogThatIsSlow() {
        log.hold();
        gateway.addUser("+15005550144");
        assertThat(gateway.postSigned("/webhooks/twilio/incoming", Gateway.text(sid(41), "+15005550144", "Hi"))
                        .statusCode())
                .isEqualTo(200);

        await().untilAsserted(() -> assertThat(gateway.stored("ack-" + sid(41))).containsEntry("status", "delivered"));
        assertThat(statuses("ack-" + sid(41))).doesNotContain("delivered");
        log.letGo();
        await().untilAsserted(() -> assertThat(statuses("ack-" + sid(41))).containsExactly("sent", "delivered"));
        assertThat(log.posts()).noneSatisfy(post -> assertThat(post.body()).contains("5005550"));
    }

    private static List<String> statuses(String id) {
        return log.posts().stream()
                .map(Receiver.Post::body)
                .filter(body -> body.contains("\"id\":\"" + id + "\""))
                .map(body -> Arrays.stream(body.split("[,{}]"))
                        .filter(field -> field.startsWith("\"status\":"))
                        .map(field -> field.substring("\"status\":".length()).replace("\"", ""))
                        .findFirst()
                        .orElse("none"))
                .toList();
    }
}
