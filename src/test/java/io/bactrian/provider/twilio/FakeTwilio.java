package io.bactrian.provider.twilio;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A server that answers every call as it is told, and remembers what it was asked. */
public final class FakeTwilio implements AutoCloseable {

    /** One request as it arrived. */
    public record Call(Instant at, String method, String target, String authorization, String body) {}

    /**
     * Connections that may wait to be taken. With fewer, what a caller wrote and gave up on arrives seconds later, when
     * there is room, and a gateway that has asked meanwhile was told that nothing came.
     */
    private static final int BACKLOG = 1024;

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    public FakeTwilio(HttpHandler answer) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (isCutOff(exchange, body)) {
                exchange.close();
                return;
            }
            calls.add(new Call(
                    Instant.now(),
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    body));
            // Not an attribute: the server shares those among all exchanges, and one caller would get another's text.
            exchange.setStreams(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), null);
            answer.handle(exchange);
        });
        server.start();
    }

    /** A caller that is killed may leave half a request, which no server takes for one. */
    private static boolean isCutOff(HttpExchange exchange, String body) {
        String length = exchange.getRequestHeaders().getFirst("Content-Length");
        return length != null && Integer.parseInt(length) > body.getBytes(StandardCharsets.UTF_8).length;
    }

    public static HttpHandler answering(int status, String body, String... headers) {
        return exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            send(exchange, status, body);
        };
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.replace("%s", newSid()).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** Takes every message, each under a sid of its own. */
    public static HttpHandler accepting() {
        return answering(201, "{\"sid\":\"%s\",\"num_segments\":\"1\"}");
    }

    /** Takes every message, and lists what it took to whoever asks; each has been delivered, says who asks for it. */
    public static FakeTwilio truthful() throws IOException {
        Queue<Taken> taken = new ConcurrentLinkedQueue<>();
        return new FakeTwilio(exchange -> {
            String sid = exchange.getRequestURI().getPath().replaceAll(".*/Messages/(\\w+)\\.json", "$1");
            if (sid.startsWith("SM")) {
                boolean known = taken.stream().anyMatch(message -> message.sid().equals(sid));
                String found = "{\"sid\":\"" + sid + "\",\"status\":\"delivered\"}";
                send(exchange, known ? 200 : 404, known ? found : "{\"code\":20404,\"status\":404}");
                return;
            }
            if (exchange.getRequestMethod().equals("GET")) {
                String to =
                        FormBody.parse(exchange.getRequestURI().getRawQuery()).first("To");
                String listed = taken.stream()
                        .filter(message -> message.to().equals(to))
                        .map(Taken::json)
                        .collect(Collectors.joining(","));
                send(exchange, 200, "{\"messages\":[" + listed + "],\"next_page_uri\":null}");
                return;
            }
            FormBody form = FormBody.parse(body(exchange));
            Taken message = new Taken(newSid(), form.first("To"), form.first("Body"));
            taken.add(message);
            send(exchange, 201, "{\"sid\":\"%s\"}".formatted(message.sid()));
        });
    }

    private record Taken(String sid, String to, String body) {
        String json() {
            return "{\"sid\":\"%s\",\"to\":\"%s\",\"body\":\"%s\"}".formatted(sid, to, body);
        }
    }

    private static String newSid() {
        return "SM" + UUID.randomUUID().toString().replace("-", "");
    }

    private static String body(HttpExchange exchange) {
        try {
            exchange.getRequestBody().reset();
            return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whom the call that is being answered wants to reach. */
    public static String recipient(HttpExchange exchange) {
        return parameter(exchange, "To");
    }

    /** A parameter of the call that is being answered, decoded. */
    public static String parameter(HttpExchange exchange, String name) {
        return FormBody.parse(body(exchange)).first(name);
    }

    /** A parameter of a call's form, decoded. */
    public static String parameter(Call call, String name) {
        return FormBody.parse(call.body()).first(name);
    }

    /** How many messages were taken or tried for the same of ours, by the id in the path of their callback. */
    public Map<String, Long> sendsByMessageId() {
        return calls.stream()
                .filter(call -> call.method().equals("POST"))
                .map(FakeTwilio::messageId)
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
    }

    /** What was asked when, of those who were sent more than one message under the same id of ours; empty where none was. */
    public List<String> doubled() {
        Map<String, Long> sends = sendsByMessageId();
        Set<String> recipients = calls.stream()
                .filter(call -> call.method().equals("POST") && sends.get(messageId(call)) > 1)
                .map(call -> parameter(call, "To"))
                .collect(Collectors.toSet());
        return calls.stream()
                .filter(call ->
                        recipients.contains(call.method().equals("POST") ? parameter(call, "To") : query(call, "To")))
                .map(call -> call.at() + " " + (call.method().equals("POST") ? messageId(call) : "list"))
                .toList();
    }

    private static String messageId(Call call) {
        return parameter(call, "StatusCallback").replaceAll("#.*", "").replaceAll(".*/", "");
    }

    private static String query(Call call, String name) {
        String query = URI.create(call.target()).getRawQuery();
        return query == null ? null : FormBody.parse(query).first(name);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/base/");
    }

    public List<Call> calls() {
        return calls;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
