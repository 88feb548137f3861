package io.bactrian.provider.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bactrian.domain.PhoneNumber;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@ExtendWith(OutputCaptureExtension.class)
class TwilioRequirementsTests {

    private static final Duration LEASE = Duration.ofSeconds(60);

    private static final String PUBLIC = "https://gw.example.com";
    private static final List<String> TWILIO = List.of("twilio");
    private static final List<String> SIMULATOR = List.of("simulator");
    private static final TwilioSettings NOTHING = settings("", "", "", "");
    private static final TwilioSettings WHOLE = settings("AC1", "token", "+15005550006", "");

    @Test
    void namesEverySettingThatIsMissingWithItsVariable() {
        assertThatThrownBy(() -> new TwilioRequirements(NOTHING, TWILIO, PUBLIC, LEASE))
                .isInstanceOf(TwilioSettingRefused.class)
                .hasMessageContainingAll(
                        "twilio.account-sid (TWILIO_ACCOUNT_SID)",
                        "twilio.auth-token (TWILIO_AUTH_TOKEN)",
                        "twilio.phone-number (TWILIO_PHONE_NUMBER)",
                        "twilio.messaging-service-sid (TWILIO_MESSAGING_SERVICE_SID)");
    }

    @Test
    void namesTheOneThatIsMissing() {
        TwilioSettings noToken = settings("AC1", " , ", "", "MG1");
        assertThatThrownBy(() -> new TwilioRequirements(noToken, List.of("other", "twilio"), PUBLIC, LEASE))
                .hasMessageContaining("TWILIO_AUTH_TOKEN")
                .hasMessageNotContainingAny("TWILIO_ACCOUNT_SID", "TWILIO_PHONE_NUMBER");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080",
                "https://LOCALHOST",
                "http://127.0.0.1:8080",
                "http://[::1]:8080",
                "gw.example.com",
                "https://under_score.example.com",
                "https://gw.example.com?x=1",
                "https://gw.example.com/#rc=5",
                "ftp://gw.example.com"
            })
    void refusesAPublicUrlThatTwilioCannotPostTo(String publicUrl) {
        assertThatThrownBy(() -> new TwilioRequirements(WHOLE, TWILIO, publicUrl, LEASE))
                .isInstanceOf(TwilioSettingRefused.class)
                .hasMessageContaining("sms.public-url");
    }

    @Test
    void leavesThisMachineToATwilioThatIsHereAsWell() {
        TwilioSettings local = new TwilioSettings(
                "AC1", List.of("t"), "+15005550006", "", "http://localhost:9", Duration.ZERO, Duration.ZERO);
        new TwilioRequirements(local, TWILIO, "http://localhost:8080", LEASE);
        assertThat(account(local, TWILIO, PUBLIC).baseUrl()).isEqualTo(URI.create("http://localhost:9"));
        assertThat(account(WHOLE, TWILIO, PUBLIC).baseUrl()).isNull();
    }

    @Test
    void makesUpForTheSimulatorWhatIsNotSet() {
        new TwilioRequirements(NOTHING, SIMULATOR, "http://localhost:0", LEASE);
        TwilioAccount account = account(NOTHING, SIMULATOR, "http://localhost:0");
        assertThat(account.accountSid()).isEqualTo("AC" + "0".repeat(32));
        assertThat(account.authTokens()).hasSize(1).allMatch(token -> token.matches("[0-9a-f]{32}"));
        assertThat(account.authTokens()).isEqualTo(account.authTokens());
        assertThat(account.sender()).isEqualTo(new PhoneNumber("+15005550006"));
        assertThat(account.messagingServiceSid()).isNull();
        assertThat(account.baseUrl()).isEqualTo(URI.create("http://localhost:4711/simulator"));
        assertThat(account.publicUrl()).isEqualTo("http://localhost:4711");
    }

    @Test
    void keepsForTheSimulatorWhatIsSet() {
        TwilioAccount account = account(WHOLE, SIMULATOR, PUBLIC + "/");
        assertThat(account.accountSid()).isEqualTo("AC1");
        assertThat(account.authTokens()).containsExactly("token");
        assertThat(account.publicUrl()).isEqualTo(PUBLIC);
    }

    @Test
    void printsNoSecrets() {
        assertThat(WHOLE.toString()).doesNotContain("token", "AC1", "5550006");
    }

    @Test
    void bindsSeveralTokens() {
        new ApplicationContextRunner()
                .withUserConfiguration(SettingsOnly.class)
                .withPropertyValues("twilio.auth-token=one, two,", "twilio.phone-number=")
                .run(context -> assertThat(context.getBean(TwilioSettings.class).authTokens())
                        .containsExactly("one", "two"));
    }

    @Test
    void endsTheStartWithoutAStackTrace(CapturedOutput output) {
        SpringApplicationBuilder application = new SpringApplicationBuilder(Gateway.class).web(WebApplicationType.NONE);
        String[] settings = {
            "--sms.providers=twilio", "--sms.public-url=" + PUBLIC, "--twilio.account-sid=", "--twilio.auth-token=x"
        };
        assertThatThrownBy(() -> application.run(settings)).hasRootCauseInstanceOf(TwilioSettingRefused.class);
        assertThat(output)
                .contains("APPLICATION FAILED TO START", "TWILIO_ACCOUNT_SID")
                .doesNotContain("\tat io.");
    }

    private static TwilioAccount account(TwilioSettings settings, List<String> providers, String publicUrl) {
        return new TwilioAccount(settings, providers, publicUrl, () -> OptionalInt.of(4711));
    }

    private static TwilioSettings settings(String sid, String token, String number, String service) {
        return new TwilioSettings(
                sid, List.of(token.split(",")), number, service, "", Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(TwilioSettings.class)
    static class SettingsOnly {}

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(TwilioSettings.class)
    @Import({TwilioConfiguration.class, LocalPort.class})
    static class Gateway {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    @Test
    void aLeaseThatACallCanOutliveIsRefused() {
        assertThatThrownBy(() -> new TwilioRequirements(NOTHING, SIMULATOR, PUBLIC, Duration.ofSeconds(3)))
                .isInstanceOf(TwilioSettingRefused.class)
                .hasMessageContaining("sms.dispatch.lease");
    }
}
