package io.bactrian.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bactrian.Bactrian;
import io.bactrian.camel.live.SpringBeans;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.FileSystemUtils;

/** What the doctor says of a whole set-up, and what a script is told. */
class DoctorTests {

    @TempDir
    private Path folder;

    private Map<String, Object> variables = Map.of();
    private String said;

    @Test
    void findsTheSetupOfTheFirstMinuteRight() {
        assertThat(ask("--doctor")).isZero();
        assertThat(said).contains("0 wrong").contains("routes             the files are sound");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void tellsProgramsTheSame() throws IOException {
        assertThat(ask("--doctor=json", "--sms.retry.jitter=7")).isEqualTo(1);
        JsonNode report = new ObjectMapper().readTree(said);
        assertThat(report.path("exitCode").intValue()).isEqualTo(1);
        assertThat(report.path("findings"))
                .filteredOn(found -> found.path("verdict").asText().equals("wrong"))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.path("part").asText()).isEqualTo("settings");
                    assertThat(found.path("says").asText()).startsWith("sms.retry.jitter must be");
                    assertThat(found.path("mend").asText()).contains("SMS_RETRY_JITTER");
                });
    }

    @Test
    void namesEverySettingThatCannotBeAndNoValue() {
        String secret = "hunter2-hunter2";
        assertThat(ask(
                        "--doctor",
                        "--sms.poll.after=" + secret,
                        "--sms.retry.max-attempts=0",
                        "--sms.store=" + secret,
                        "--sms.jwt.secret=" + secret))
                .isEqualTo(1);
        assertThat(said)
                .contains("sms.poll.after is no Duration")
                .contains("SMS_RETRY_MAX_ATTEMPTS")
                .contains("sms.store must be embedded, postgres or firestore")
                .contains("SMS_JWT_SECRET (sms.jwt.secret) is shorter than 32 bytes")
                .doesNotContain(secret);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--sms.rate.instances=2; WRONG; the embedded store belongs to one process",
                "--twilio.account-sid=AC1; ADVICE; the simulator is the provider",
                "--DATABASE_URL=jdbc:postgresql://db/b; ADVICE; no PostgreSQL is the store",
                "--sms.public-url=https://gateway.example; ADVICE; the address of every caller is the proxy's"
            })
    void findsWhatIsAtOddsWithSomethingElse(String setting, Verdict verdict, String says) {
        assertThat(examine(new ContradictionsExamination(), setting))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.verdict()).isEqualTo(verdict);
                    assertThat(found.says()).contains(says);
                });
    }

    @Test
    void findsRealMessagesThatWouldBeKeptInAnEmulator() {
        assertThat(examine(
                        new ContradictionsExamination(),
                        "--sms.store=firestore",
                        "--sms.providers=own",
                        "--sms.operator.password=of-this-test",
                        "--firestore.emulator-host=x:1"))
                .singleElement()
                .satisfies(found -> assertThat(found.says()).contains("an emulator of Firestore, which forgets them"));
    }

    @Test
    void findsVariablesThatAreNone() {
        variables = Map.of(
                "SMS_PUBLIC_URI", "x",
                "SMS_TENANTS_NUMBERS_ACME", "+15005550016",
                "SMS_COST_PRICES_US", "0.01",
                "SMS_RATE_SENDERS_15005550006", "1",
                "SMS_SIMULATOR_FAULTS_SEED", "1",
                "SMS_INTEGRATION_FIRST_DELAY", "1s",
                "PATH", "/bin");
        assertThat(examine(new VariablesExamination())).singleElement().satisfies(found -> assertThat(found.says())
                .startsWith("SMS_PUBLIC_URI is set"));
    }

    @Test
    void masksWhatLooksLikeANumber() {
        variables = Map.of("SMS_RATE_SENDER_15005550006", "1");
        assertThat(ask("--doctor", "--sms.rate.senders.15005550006=fast", "--sms.acknowledgment.text=+15005550006"))
                .isEqualTo(1);
        assertThat(said)
                .contains("SMS_RATE_SENDER_")
                .contains("sms.rate.senders")
                .doesNotContain("5005550006")
                .doesNotContain("fast");
    }

    @Test
    void triesTheDataFolderThatIsThereAndLeavesNothingInIt() throws IOException {
        Path there = Files.createDirectory(folder.resolve("data"));
        assertThat(examine(new DiskExamination(), "--sms.data-dir=" + there))
                .extracting(Diagnosis::says)
                .anyMatch(says -> says.matches(".*(forced to disk in|force a file to disk took).*"))
                .anyMatch(says -> says.startsWith("everybody on this machine can look"));
        assertThat(there).isEmptyDirectory();
    }

    @Test
    void findsADataFolderThatCannotBeAndADiskThatIsTooSmall() throws IOException {
        Files.writeString(folder.resolve("file"), "no folder");
        assertThat(examine(
                        new DiskExamination(),
                        "--sms.data-dir=" + folder.resolve("file/data"),
                        "--sms.spool.max-size=900TB"))
                .extracting(Diagnosis::verdict)
                .containsExactly(Verdict.WRONG, Verdict.WRONG);
    }

    @Test
    void tellsWhereARouteIsBroken() throws IOException {
        Path routes = folder.resolve("routes");
        FileSystemUtils.copyRecursively(Path.of("routes"), routes);
        Files.writeString(routes.resolve("inbound/broken.camel.yaml"), "- route: {");
        assertThat(ask("--doctor", "--sms.routes-dir=" + routes)).isEqualTo(1);
        assertThat(said).contains("inbound/broken.camel.yaml:");
        assertThat(ask("--doctor", "--sms.providers=nobody")).isEqualTo(1);
        assertThat(said).contains("names nobody, and there is no folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--doctor=xml", "--doctor="})
    void isAskedWrongly(String option) {
        assertThat(Doctor.isAskedFor(option)).isTrue();
        assertThat(ask(option)).isEqualTo(2);
        assertThat(said).contains("--doctor=json");
    }

    @Test
    void isNotAskedByAnythingElse() {
        assertThat(Doctor.isAskedFor("--doctors", "doctor", "--check-routes")).isFalse();
    }

    private int ask(String... args) {
        List<String> all = new ArrayList<>(List.of("--sms.data-dir=" + folder.resolve("data")));
        all.addAll(List.of(args));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exitCode = Doctor.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                Bactrian.class,
                Clock.systemUTC(),
                this::settings,
                all.toArray(String[]::new));
        said = out.toString(StandardCharsets.UTF_8);
        return exitCode;
    }

    private List<Diagnosis> examine(Examination examination, String... args) {
        try {
            return examination.examine(new Setup(Bactrian.class, settings(args), Clock.systemUTC()));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private ConfigurableEnvironment settings(String... args) {
        ConfigurableEnvironment settings = SpringBeans.settings(args);
        String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        settings.getPropertySources().replace(name, new MapPropertySource(name, variables));
        return settings;
    }
}
