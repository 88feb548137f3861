package io.bactrian;

import com.google.cloud.firestore.Firestore;
import io.bactrian.directory.UserDirectory;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.UserStatus;
import io.bactrian.firestore.FirestoreEmulator;
import io.bactrian.messages.MessageLog;
import io.bactrian.messages.MessageQuery;
import io.bactrian.paging.PageRequest;
import io.bactrian.provider.twilio.TwilioSignature;
import io.bactrian.store.firestore.FirestoreStored;
import io.bactrian.store.sql.SqlStored;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A whole gateway on a free port, as it ships, and what the world does to it. */
public final class Gateway implements AutoCloseable {

    public static final String TOKEN = "an-auth-token-of-a-test-only";

    private static final MessageQuery NEWEST = MessageQuery.all(new PageRequest("default", null, 100), null, null);

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final AtomicInteger STARTED = new AtomicInteger();

    private final ConfigurableApplicationContext context;

    private Gateway(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param settings more of them, or others in the place of those here, each {@code name=value} */
    public static Gateway start(Path dataDir, String... settings) {
        Map<String, String> arguments = new LinkedHashMap<>();
        arguments.put("server.port", "0");
        // Those of one name in one JVM share Quartz's scheduler, and the first that ends stops the ticks of the others.
        arguments.put("camel.main.name", "bactrian-" + STARTED.incrementAndGet());
        arguments.put("sms.data-dir", dataDir.toString());
        arguments.put("sms.public-url", "https://gateway.example");
        arguments.put("twilio.auth-token", TOKEN);
        arguments.put("sms.simulator.step", "20ms");
        arguments.put("sms.operator.password", "a-password-of-a-test");
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            arguments.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return new Gateway(new SpringApplicationBuilder(Bactrian.class)
                .run(arguments.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new)));
    }

    /** The settings that lead to the tests' emulator. */
    public static String[] onFirestore() {
        return new String[] {
            "sms.store=firestore",
            "firestore.emulator-host=" + FirestoreEmulator.host(),
            "firestore.project-id=" + FirestoreEmulator.PROJECT
        };
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public String url(String path) {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port") + path;
    }

    public JdbcClient database() {
        return JdbcClient.create(bean(javax.sql.DataSource.class));
    }

    public void addUser(String number) {
        bean(UserDirectory.class).create("default", new PhoneNumber(number), "Somebody", UserStatus.ACTIVE);
    }

    /** The fields of a text as Twilio posts it. */
    public static Map<String, String> text(String sid, String from, String body) {
        Map<String, String> form = new TreeMap<>(Map.of(
                "MessageSid",
                sid,
                "SmsSid",
                sid,
                "SmsMessageSid",
                sid,
                "AccountSid",
                "AC" + "0".repeat(32),
                "From",
                from,
                "To",
                "+15005550006",
                "Body",
                body,
                "NumMedia",
                "0",
                "NumSegments",
                "1",
                "FromCity",
                ""));
        form.put("SomethingNewFromTwilio", "x");
        return form;
    }

    /** Posts a signed form as Twilio does. */
    public HttpResponse<String> postSigned(String path, Map<String, String> form) {
        return post(path, form, TwilioSignature.sign("https://gateway.example" + path, form, TOKEN));
    }

    public HttpResponse<String> post(String path, Map<String, String> form, String signature) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(path)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Something", "of-the-request")
                .header("CamelHttpResponseCode", "299")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)));
        if (signature != null) {
            request.header("X-Twilio-Signature", signature);
        }
        return send(request.build());
    }

    /** A call of the operator's, for the rest of the request to be added. */
    public HttpRequest.Builder asOperator(String path) {
        String credentials = Base64.getEncoder().encodeToString("operator:a-password-of-a-test".getBytes());
        return HttpRequest.newBuilder(URI.create(url(path))).header("Authorization", "Basic " + credentials);
    }

    public static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The columns of a logged message, or nothing. */
    public Map<String, Object> logged(String messageId) {
        return database()
                .sql("select * from communications where message_id = ?")
                .param(messageId)
                .query()
                .listOfRows()
                .stream()
                .findFirst()
                .orElse(Map.of());
    }

    /** The fields of a message in whatever store, by the names of the design, or nothing. */
    public Map<String, Object> stored(String messageId) {
        try {
            return bean(GatewaySettings.class).store().equals("firestore")
                    ? FirestoreStored.of(bean(Firestore.class), messageId)
                    : SqlStored.of(database(), messageId);
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The newest hundred. */
    public List<IncomingMessage> incoming() {
        return bean(MessageLog.class).incomingPage(NEWEST).items();
    }

    /** The newest hundred. */
    public List<OutgoingMessage> outgoing() {
        return bean(MessageLog.class).outgoingPage(NEWEST).items();
    }

    public boolean isOptedOut(String number) {
        return bean(UserDirectory.class).page(NEWEST.page()).items().stream()
                .anyMatch(user -> user.phoneNumber().value().equals(number) && user.optedOut());
    }

    public int count(String sql, Object... parameters) {
        return database().sql(sql).params(parameters).query(Integer.class).single();
    }

    @Override
    public void close() {
        context.close();
    }
}
