package io.bactrian.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class JwtSettingsTests {

    @Test
    void refusesAShortSecretAndSaysWhichSettingItIs(CapturedOutput output) {
        SpringApplication application = new SpringApplication(OnlySettings.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        String[] args = {"--sms.jwt.secret=short"};
        assertThatThrownBy(() -> application.run(args)).isInstanceOf(Exception.class);
        assertThat(output)
                .contains("SMS_JWT_SECRET (sms.jwt.secret) is shorter than 32 bytes.")
                .contains("openssl rand")
                .doesNotContain("\tat io.bactrian");
    }

    @EnableConfigurationProperties(JwtSettings.class)
    static class OnlySettings {}

    @Test
    void countsBytes() {
        assertThat(new JwtSettings("é".repeat(16), "", "", "").secret()).hasSize(16);
        assertThatThrownBy(() -> new JwtSettings("e".repeat(31), "", "", "")).hasMessageContaining("SMS_JWT_SECRET");
    }

    @Test
    void refusesTwoWaysToCheckATokenAtOnce() {
        assertThatThrownBy(() -> new JwtSettings("e".repeat(32), "https://example.org/jwks", "me", "me"))
                .hasMessageContaining("SMS_JWKS_URL");
    }

    @Test
    void acceptsNoTokenWhereNeitherIsSet() {
        assertThat(Tokens.decoder(new JwtSettings("", "", "", ""))).isEmpty();
    }

    @Test
    void doesNotPrintTheSecret() {
        assertThat(new JwtSettings("e".repeat(32), "", "", "").toString()).doesNotContain("eeee");
    }

    @Test
    void keysThatSignForOthersTooNeedAnIssuerAndAnAudience() {
        assertThatThrownBy(() -> new JwtSettings("", "https://example.org/jwks", "https://example.org", ""))
                .hasMessageContaining("SMS_JWT_AUDIENCE");
    }
}
