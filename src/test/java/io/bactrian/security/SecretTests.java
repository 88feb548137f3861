package io.bactrian.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.mock.env.MockEnvironment;

/** The start refuses what anybody could guess, and says which setting it is. */
@ExtendWith(OutputCaptureExtension.class)
class SecretTests {

    @EnableConfigurationProperties(OperatorSettings.class)
    @Import(SecretsOfOthers.class)
    static class OnlySettings {}

    @Test
    void theStartNamesTheSettingAndNotTheSecret(CapturedOutput output) {
        assertStartRefused("--sms.operator.password=changeme-1984");
        assertThat(output)
                .contains("OPERATOR_PASSWORD (sms.operator.password) is one that anybody can guess.")
                .contains("Set OPERATOR_PASSWORD")
                .doesNotContain("changeme-1984")
                .doesNotContain("\tat io.bactrian");
    }

    @Test
    void theStartRefusesAPlaceholderInThePlaceOfAnotherOnesSecret(CapturedOutput output) {
        assertStartRefused("--twilio.auth-token=your_token_here");
        assertThat(output).contains("TWILIO_AUTH_TOKEN is a placeholder").doesNotContain("your_token_here");
        assertStartRefused("--DATABASE_PASSWORD=change-me");
        assertThat(output).contains("DATABASE_PASSWORD is a placeholder");
    }

    private static void assertStartRefused(String argument) {
        SpringApplication application = new SpringApplication(OnlySettings.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        assertThatThrownBy(() -> application.run(argument)).isInstanceOf(Exception.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "changeme",
                "Change-Me-Please",
                "password1234",
                "operator-2026!",
                "aaaaaaaaaaaa",
                "121212121212",
                "123456789012345",
                "Secret!!!!!!",
                "short-one"
            })
    void noOperatorsPasswordIsLikeThis(String password) {
        assertThatThrownBy(() -> new OperatorSettings("operator", password))
                .isInstanceOf(UnusableSettingException.class)
                .hasMessageContaining("OPERATOR_PASSWORD")
                .hasMessageNotContaining(password);
    }

    @Test
    void thePasswordIsNotTheName() {
        assertThatThrownBy(() -> new OperatorSettings("ada-of-lovelace", "Ada-of-Lovelace"))
                .hasMessageContaining("guess");
    }

    @Test
    void whatSomebodyMadeIsGood() {
        for (String password : List.of("", "from the environment", "a-password-of-a-test", "Tr0ub4dor&3xyz")) {
            assertThatCode(() -> new OperatorSettings("operator", password)).doesNotThrowAnyException();
        }
        assertThatCode(() -> new SecretsOfOthers(new MockEnvironment()
                        .withProperty("twilio.auth-token", "0123456789abcdef0123456789abcdef,another-one")))
                .doesNotThrowAnyException();
    }

    @Test
    void listsThatHoldNoAddressOrNoOriginAreRefused() {
        assertThatThrownBy(() -> new AllowedAddresses(List.of("10.0.0.0/8", "localhost"), null))
                .hasMessageContaining("SMS_API_ALLOWED_IPS");
        assertThatThrownBy(() -> new AllowedAddresses(List.of("10.0.0.0/33"), null))
                .hasMessageContaining("SMS_API_ALLOWED_IPS");
        for (String origin :
                List.of("*", "desk.example.org", "https://desk.example.org/", "https://desk.example.org/x")) {
            assertThatThrownBy(() -> CrossOrigin.filter(List.of(origin), null))
                    .hasMessageContaining("SMS_API_CORS_ORIGINS");
        }
    }
}
