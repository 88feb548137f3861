package io.bactrian.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bactrian.domain.PhoneNumber;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class TenantNumbersTests {

    private static final PhoneNumber ACMES = new PhoneNumber("+15005550016");
    private static final PhoneNumber NOBODYS = new PhoneNumber("+15005550006");

    @Test
    void aNumberIsItsTenantsAndAnyOtherIsTheDefaultTenants() {
        TenantNumbers numbers = numbers(Map.of("acme", List.of("+15005550016", "12345"), "other", List.of("SHOP")));
        assertThat(numbers.of(ACMES)).isEqualTo("acme");
        assertThat(numbers.of(new PhoneNumber("SHOP"))).isEqualTo("other");
        assertThat(numbers.of(NOBODYS)).isEqualTo("default");
        assertThat(numbers.of(null)).isEqualTo("default");
    }

    @Test
    void aNumberOfOneTenantIsNoSenderForAnother() {
        TenantNumbers numbers = numbers(Map.of("acme", List.of("+15005550016")));
        assertThat(numbers.mayUse("acme", ACMES)).isTrue();
        assertThat(numbers.mayUse("other", ACMES)).isFalse();
        assertThat(numbers.mayUse("default", ACMES)).isFalse();
        assertThat(numbers.mayUse("other", NOBODYS)).isTrue();
        assertThat(numbers.mayUse("other", null)).isTrue();
    }

    @Test
    void comesFromTheEnvironmentToo() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        "test-systemEnvironment", Map.of("SMS_TENANTS_NUMBERS_ACME", "+15005550016,+15005550017")));
        TenantSettings settings = new Binder(ConfigurationPropertySources.get(environment))
                .bind("sms.tenants", TenantSettings.class)
                .get();
        assertThat(new TenantNumbers(settings).of(new PhoneNumber("+15005550017")))
                .isEqualTo("acme");
        assertThat(settings.toString()).contains("acme").doesNotContain("0017");
    }

    @ParameterizedTest
    @ValueSource(strings = {"15005550016", "+0123", "", "nonsense that is long"})
    void refusesWhatIsNoNumberAndNamesTheSetting(String number) {
        assertThatThrownBy(() -> numbers(Map.of("acme", List.of(number))))
                .hasMessageContaining("sms.tenants.numbers.acme");
    }

    @Test
    void refusesANumberOfTwoTenantsAndANameThatIsNone() {
        assertThatThrownBy(() -> numbers(Map.of("a", List.of("12345"), "b", List.of("12345"))))
                .hasMessageContaining("also the tenant")
                .hasMessageNotContaining("12345");
        assertThatThrownBy(() -> numbers(Map.of("a~b", List.of("12345")))).hasMessageContaining("no tenant's name");
    }

    private static TenantNumbers numbers(Map<String, List<String>> numbers) {
        return new TenantNumbers(new TenantSettings(numbers));
    }
}
