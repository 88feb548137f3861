package io.bactrian.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bactrian.Gateway;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Routes are edited while texts come in: none fails, none is lost, and what is broken changes nothing. */
class LiveEditTests {

    private static final String RECEIVE = "inbound/receive-message.camel.yaml";
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    @TempDir
    private Path data;

    private Gateway gateway;
    private RouteEdits edits;
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();
    private Thread traffic;

    @BeforeEach
    void start() throws Exception {
        copyRoutes(folder);
        gateway = Gateway.start(data, "sms.routes-dir=" + folder, "sms.edits.watch=true");
        edits = gateway.bean(RouteEdits.class);
        traffic = new Thread(this::text);
        traffic.start();
    }

    static void copyRoutes(Path folder) throws IOException {
        Path routes = Path.of("routes");
        try (Stream<Path> shipped = Files.walk(routes)) {
            for (Path file : shipped.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(routes.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private void text() {
        while (!over.get()) {
            try {
                int status = gateway.postSigned(
                                "/webhooks/twilio/incoming", Gateway.text(sid(), "+15005550100", "Hello"))
                        .statusCode();
                if (status != 200) {
                    failed.incrementAndGet();
                }
            } catch (Exception e) {
                failed.incrementAndGet();
            }
        }
    }

    private String sid() {
        return "SM" + "%032x".formatted(sent.incrementAndGet());
    }

    @AfterEach
    void stop() {
        over.set(true);
        gateway.close();
    }

    @Test
    void goodEditsFailNoRequestAndBrokenOnesChangeNothing() throws Exception {
        goodEdit();
        savedByRename();
        addedCalledAndRemoved();
        severalRoutesAndAnIdThatMoves();
        anotherEntrance();
        statement();
        String text = read(RECEIVE);
        for (BrokenEdit edit : List.of(BrokenEdit.HALF_WRITTEN, BrokenEdit.UNKNOWN_OPTION, BrokenEdit.NEEDED_ADDRESS)) {
            refused(edit, text);
        }
        neededFileIsGone(text);
        rolledBack();
        toldByTheApi();
        over.set(true);
        traffic.join();
        assertThat(failed).hasValue(0);
        assertThat(gateway.count(
                        "select count(*) from communications where message_id like 'SM0%' and direction = 'inbound'"))
                .isEqualTo(sent.get());
    }

    private void goodEdit() throws IOException {
        String text = read(RECEIVE);
        for (int i = 1; i <= 3; i++) {
            write(RECEIVE, text.replace("Logs an", "Logs, as of edit " + i + ", an"));
            String word = "as of edit " + i;
            until(() -> assertThat(row("receive-message").description()).contains(word));
        }
        write(RECEIVE, text);
        until(() -> assertThat(row("receive-message").description()).startsWith("Logs an"));
    }

    private void savedByRename() throws IOException {
        Path hidden = folder.resolve("inbound/.receive-message.camel.yaml.swp");
        Files.writeString(hidden, read(RECEIVE).replace("Logs an", "Renamed, logs an"));
        Files.move(hidden, folder.resolve(RECEIVE), StandardCopyOption.ATOMIC_MOVE);
        until(() -> assertThat(row("receive-message").description()).startsWith("Renamed"));
    }

    private void addedCalledAndRemoved() throws IOException {
        write("inbound/say-hello.camel.yaml", hello("say-hello"));
        until(() -> assertThat(row("say-hello").status()).isEqualTo("started"));
        String text = read(RECEIVE);
        write(
                RECEIVE,
                text.replace(
                        "        - setVariable:\n            id: read-keyword",
                        "        - to:\n            uri: direct:say-hello\n        - setVariable:\n            id: read-keyword"));
        until(() -> assertThat(row("say-hello").exchanges()).isPositive());
        Files.delete(folder.resolve("inbound/say-hello.camel.yaml"));
        until(() -> assertThat(refusal("inbound/say-hello.camel.yaml")).contains("calls it: put it back"));
        assertThat(row("say-hello").status()).isEqualTo("started");
        write(RECEIVE, text);
        until(() -> assertThat(ids()).doesNotContain("say-hello"));
        assertThat(edits.refusals()).isEmpty();
    }

    private void severalRoutesAndAnIdThatMoves() throws IOException {
        write("inbound/two.camel.yaml", hello("first-of-two") + hello("second-of-two"));
        until(() -> assertThat(ids()).contains("first-of-two", "second-of-two"));
        write("inbound/second-of-two.camel.yaml", hello("second-of-two"));
        write("inbound/two.camel.yaml", hello("first-of-two"));
        until(() -> assertThat(row("second-of-two").file()).isEqualTo("inbound/second-of-two.camel.yaml"));
        Files.move(folder.resolve("inbound/two.camel.yaml"), folder.resolve("inbound/first-of-two.camel.yaml"));
        until(() -> assertThat(row("first-of-two").file()).isEqualTo("inbound/first-of-two.camel.yaml"));
    }

    private void anotherEntrance() throws IOException {
        edit("outbound/deliver-message.camel.yaml", "concurrentConsumers: 8", "concurrentConsumers: 4");
        edit(
                "outbound/dispatch-every-second.camel.yaml",
                "trigger.repeatInterval: 1000",
                "trigger.repeatInterval: 900");
        long ticks = row("dispatch-every-second").exchanges();
        until(() -> assertThat(row("dispatch-every-second").exchanges()).isGreaterThan(ticks));
    }

    private void statement() throws IOException {
        String path = "store/sql/find-user.sql";
        write(path, "-- edited\n" + read(path));
        until(() -> assertThat(edits.versions("find-user")).isNotEmpty());
        write(path, "-- nothing\n");
        until(() -> assertThat(refusal(path)).contains("no statement"));
        write(path, Files.readString(Path.of("routes").resolve(path)));
        until(() -> assertThat(edits.refusals()).isEmpty());
    }

    private void refused(BrokenEdit edit, String text) throws IOException {
        int version = row("receive-message").version();
        write(RECEIVE, edit.of(text));
        until(() -> assertThat(refusal(RECEIVE)).as(edit.name()).contains(edit.said()));
        assertThat(row("receive-message"))
                .satisfies(row -> assertThat(row.version()).isEqualTo(version))
                .satisfies(row -> assertThat(row.pending()).isTrue())
                .satisfies(row -> assertThat(row.status()).isEqualTo("started"));
    }

    private void neededFileIsGone(String text) throws IOException {
        Files.delete(folder.resolve(RECEIVE));
        until(() -> assertThat(refusal(RECEIVE)).contains("direct:receive-message"));
        write(RECEIVE, text);
        until(() -> assertThat(edits.refusals()).isEmpty());
    }

    private void rolledBack() throws IOException {
        List<RouteVersion> versions = edits.versions("receive-message");
        RouteVersion first = versions.get(versions.size() - 1);
        String answer = call("POST", "receive-message/rollback", "{\"version\": " + first.version() + "}");
        assertThat(answer).contains("\"id\":\"receive-message\"", "\"file\":\"" + RECEIVE);
        assertThat(read(RECEIVE)).isEqualTo(first.text());
        assertThat(row("receive-message"))
                .satisfies(row -> assertThat(row.description()).startsWith("Logs an"))
                .satisfies(row -> assertThat(row.by()).isEqualTo("operator"))
                .satisfies(row -> assertThat(row.version()).isGreaterThan(first.version()));
    }

    private void toldByTheApi() {
        assertThat(call("GET", "", null)).contains("\"id\":\"receive-message\"", "\"refused\":[]");
        assertThat(call("GET", "receive-message/versions", null)).contains("\"by\":\"start\"", "uri: direct:find-user");
        assertThat(call("POST", "check", "{\"file\": \"inbound/a.camel.yaml\", \"text\": \"- route: {id: a}\"}"))
                .contains("\"accepted\":false", "\"weight\":\"BROKEN\"", "inbound/a.camel.yaml");
        assertThat(call("POST", "receive-message/rollback", "{\"version\": 9999}"))
                .contains("404");
    }

    private String call(String method, String path, String body) {
        HttpRequest.Builder request = gateway.asOperator("/api/routes" + (path.isEmpty() ? "" : "/" + path));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return Gateway.send(request.method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body))
                        .build())
                .body();
    }

    private void edit(String path, String good, String other) throws IOException {
        int version = latest(path);
        write(path, read(path).replace(good, other));
        until(() -> assertThat(latest(path)).isGreaterThan(version));
    }

    private int latest(String path) {
        return edits.rows().stream()
                .filter(row -> row.file().equals(path))
                .findFirst()
                .orElseThrow()
                .version();
    }

    static String hello(String id) {
        return """
                - route:
                    id: %s
                    description: Says hello
                    group: inbound
                    from:
                      uri: direct:%s
                      steps:
                        - log:
                            message: Hello
                            loggingLevel: DEBUG
                """
                .formatted(id, id);
    }

    private static void until(ThrowingRunnable seen) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(50)).untilAsserted(seen);
    }

    private RouteRow row(String id) {
        return edits.rows().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no route " + id));
    }

    private List<String> ids() {
        return edits.rows().stream().map(RouteRow::id).toList();
    }

    private String refusal(String path) {
        return edits.refusals().stream()
                .filter(refusal -> refusal.file().equals(path))
                .map(refusal -> refusal.findings().toString())
                .findFirst()
                .orElse("");
    }

    private String read(String path) throws IOException {
        return Files.readString(folder.resolve(path));
    }

    private void write(String path, String text) throws IOException {
        Files.writeString(folder.resolve(path), text);
    }
}
