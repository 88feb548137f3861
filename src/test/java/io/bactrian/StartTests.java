package io.bactrian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bactrian.directory.UserDirectory;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.User;
import io.bactrian.domain.UserStatus;
import io.bactrian.paging.PageRequest;
import io.bactrian.provider.simulator.Simulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** What a new user sees: nothing is set but where the data goes. */
@ExtendWith(OutputCaptureExtension.class)
class StartTests {

    private static final String[] LIVE = {
        "sms.providers=twilio",
        "sms.public-url=https://gateway.example",
        "twilio.account-sid=AC" + "0".repeat(32),
        "twilio.auth-token=an-auth-token-of-a-test-only",
        "twilio.phone-number=+15005550006",
        "twilio.base-url=http://localhost:1"
    };

    @TempDir
    private Path data;

    @Test
    void theFirstStartMakesTheDemoUserAndPrintsThePasswordThatItMade(CapturedOutput output) {
        try (ConfigurableApplicationContext gateway = start()) {
            assertThat(users(gateway)).singleElement().satisfies(user -> {
                assertThat(user.phoneNumber().value()).isEqualTo(Simulator.DEMO_NUMBER);
                assertThat(user.isActive()).isTrue();
            });
            assertThat(output).containsPattern("operator, password [A-Za-z0-9]{20} \\(made now");
            String port = gateway.getEnvironment().getProperty("local.server.port");
            assertThat(output.toString().strip())
                    .endsWith("curl -d Body=Hello http://localhost:" + port + "/simulator/incoming");
        }
    }

    @Test
    void aLaterStartMakesNeitherAgain(CapturedOutput output) {
        start().close();
        try (ConfigurableApplicationContext gateway = start()) {
            assertThat(users(gateway)).hasSize(1);
            assertThat(output).containsOnlyOnce("made now, and shown only here");
        }
    }

    @Test
    void aDirectoryThatHoldsSomebodyIsLeftAlone() {
        try (ConfigurableApplicationContext gateway = start(LIVE)) {
            gateway.getBean(UserDirectory.class)
                    .create("default", new PhoneNumber("+15005550123"), "Ann", UserStatus.ACTIVE);
        }
        try (ConfigurableApplicationContext gateway = start()) {
            assertThat(users(gateway)).extracting(User::name).containsExactly("Ann");
        }
    }

    @Test
    void withTwilioThereIsNoDemoUserAndNothingToPlay(CapturedOutput output) {
        try (ConfigurableApplicationContext gateway = start(LIVE)) {
            assertThat(users(gateway)).isEmpty();
            assertThat(output).contains("provider  twilio").doesNotContain("/simulator/incoming");
        }
    }

    @Test
    void aSpoolThatCannotBeWrittenIsRefusedByTheNameOfTheSetting(CapturedOutput output) throws Exception {
        Files.writeString(data.resolve("spool"), "in the way");
        assertThatThrownBy(this::start).isInstanceOf(Exception.class);
        assertThat(output).contains("spool cannot be written to", "Set sms.data-dir (SMS_DATA_DIR)");
    }

    @Test
    void deadLettersThatCannotBeWrittenAreRefusedByTheNameOfTheSetting(CapturedOutput output) throws Exception {
        Files.writeString(data.resolve("dead-letters"), "in the way");
        assertThatThrownBy(this::start).isInstanceOf(Exception.class);
        assertThat(output).contains("dead-letters cannot be written to", "Set sms.data-dir (SMS_DATA_DIR)");
    }

    private ConfigurableApplicationContext start(String... settings) {
        return new SpringApplicationBuilder(Bactrian.class)
                .run(Stream.concat(
                                Stream.of("sms.data-dir=" + data),
                                Stream.of(settings).anyMatch(setting -> setting.startsWith("server.port"))
                                        ? Stream.of(settings)
                                        : Stream.concat(Stream.of("server.port=0"), Stream.of(settings)))
                        .map(setting -> "--" + setting)
                        .toArray(String[]::new));
    }

    private static List<User> users(ConfigurableApplicationContext gateway) {
        return gateway.getBean(UserDirectory.class)
                .page(new PageRequest("default", null, 10))
                .items();
    }

    @Test
    void aStartThatFailsUsesUpNoPassword(CapturedOutput output) throws Exception {
        try (java.net.ServerSocket taken = new java.net.ServerSocket(0)) {
            assertThatThrownBy(() -> start("server.port=" + taken.getLocalPort()))
                    .isInstanceOf(Exception.class);
        }
        start().close();
        assertThat(output).containsOnlyOnce("made now, and shown only here");
    }
}
