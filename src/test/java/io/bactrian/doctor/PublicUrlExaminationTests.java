package io.bactrian.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.bactrian.Bactrian;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What is found at a public URL, by a TLS server with certificates of keytool. */
class PublicUrlExaminationTests {

    private static final char[] PASSWORD = "of a test".toCharArray();

    @TempDir
    private Path folder;

    private HttpsServer server;
    private Clock clock = Clock.systemUTC();

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    /** The JDK's own client does not know whom the test trusts, so behind a good certificate it finds nobody. */
    @Test
    void aGoodCertificateIsRight() throws Exception {
        KeyStore keys = serve("san=dns:localhost", 100);
        assertThat(examine(keys).get(0))
                .isEqualTo(
                        Diagnosis.right("TLS", "the certificate is trusted, is for that host, and holds for 99 days"));
    }

    @Test
    void oneThatEndsSoonHasNotBeenRenewed() throws Exception {
        KeyStore keys = serve("san=dns:localhost", 6);
        assertThat(examine(keys)).singleElement().satisfies(found -> {
            assertThat(found.verdict()).isEqualTo(Verdict.WRONG);
            assertThat(found.says()).isEqualTo("the certificate ends in 5 days, and has not been renewed");
        });
    }

    @Test
    void oneThatEndedIsTold() throws Exception {
        KeyStore keys = serve("san=dns:localhost", 100);
        clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(103));
        assertThat(examine(keys)).singleElement().satisfies(found -> assertThat(found.says())
                .isEqualTo("the certificate ended 3 days ago"));
    }

    @Test
    void oneThatDoesNotHoldYetIsTold() throws Exception {
        KeyStore keys = serve("san=dns:localhost", 100);
        clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(-3));
        assertThat(examine(keys)).singleElement().satisfies(found -> assertThat(found.says())
                .isEqualTo("the certificate does not hold yet"));
    }

    @Test
    void oneOfAnotherHostIsTold() throws Exception {
        KeyStore keys = serve("san=dns:other.example", 100);
        assertThat(examine(keys)).singleElement().satisfies(found -> assertThat(found.says())
                .isEqualTo("the certificate is for another host than that of the public URL"));
    }

    @Test
    void oneThatNobodyVouchesForIsTold() throws Exception {
        serve("san=dns:localhost", 100);
        assertThat(examine(null)).singleElement().satisfies(found -> assertThat(found.says())
                .startsWith("the certificate leads to nobody whom this machine trusts"));
    }

    @Test
    void whereNobodyListensThereIsNoTls() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        assertThat(examine(null, "https://localhost:" + port)).singleElement().satisfies(found -> {
            assertThat(found.verdict()).isEqualTo(Verdict.WRONG);
            assertThat(found.says()).startsWith("no TLS connection");
        });
    }

    @Test
    void whatIsNoUrlIsTold() throws Exception {
        for (String url : List.of("gateway.example", "ftp://gateway.example", "https://under_score.example/", "x y")) {
            assertThat(examine(null, url)).singleElement().satisfies(found -> assertThat(found.says())
                    .isEqualTo("is no URL of http or https"));
        }
    }

    private List<Diagnosis> examine(KeyStore trusted) throws Exception {
        return examine(trusted, "https://localhost:" + server.getAddress().getPort());
    }

    private List<Diagnosis> examine(KeyStore trusted, String url) throws Exception {
        StandardEnvironment settings = new StandardEnvironment();
        settings.getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("sms.providers", "twilio", "sms.public-url", url)));
        return new PublicUrlExamination(trusted).examine(new Setup(Bactrian.class, settings, clock));
    }

    private KeyStore serve(String extension, int days) throws Exception {
        KeyStore keys = keys(extension, days);
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.start();
        return trusting(keys);
    }

    private static KeyStore trusting(KeyStore keys) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("gateway", keys.getCertificate("gateway"));
        return trusted;
    }

    private KeyStore keys(String extension, int days) throws Exception {
        Path file = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/keytool",
                        "-genkeypair",
                        "-alias",
                        "gateway",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=gateway.example",
                        "-ext",
                        extension,
                        "-validity",
                        String.valueOf(days),
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD))
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        return read(file);
    }

    private static KeyStore read(Path file) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        } catch (IOException e) {
            throw new IllegalStateException("keytool made no key store", e);
        }
        return keys;
    }
}
