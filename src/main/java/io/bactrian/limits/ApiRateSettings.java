package io.bactrian.limits;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much may be asked of the API. 0 says that it is not limited.
 *
 * @param global calls a second of all tenants together
 * @param tenant calls a second of one tenant
 * @param messages that one tenant may queue by calls, a second
 * @param burst for how long nothing has to be asked, so that as much can be asked at one time as in that while
 * @param tenants what holds for single ones instead
 */
@Validated
@ConfigurationProperties("sms.api.rate")
public record ApiRateSettings(
        @DefaultValue("0") @NotNull @PositiveOrZero @DecimalMax("1000000") BigDecimal global,
        @DefaultValue("0") @NotNull @PositiveOrZero @DecimalMax("1000000") BigDecimal tenant,
        @DefaultValue("0") @NotNull @PositiveOrZero @DecimalMax("1000000") BigDecimal messages,
        @DefaultValue("10s") @NotNull @DurationMin(seconds = 1) @DurationMax(hours = 1) Duration burst,
        @DefaultValue Map<String, @Valid OfTenant> tenants) {

    /** What holds for one tenant; null where it is as for any. */
    public record OfTenant(
            @PositiveOrZero @DecimalMax("1000000") BigDecimal calls,
            @PositiveOrZero @DecimalMax("1000000") BigDecimal messages) {}

    private static final OfTenant ANY = new OfTenant(null, null);

    double calls(String name) {
        BigDecimal own = of(name).calls();
        return (own == null ? tenant : own).doubleValue();
    }

    double messages(String name) {
        BigDecimal own = of(name).messages();
        return (own == null ? messages : own).doubleValue();
    }

    /** The name of an environment variable has neither capitals nor punctuation. */
    private OfTenant of(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
        return tenants.getOrDefault(name, tenants.getOrDefault(plain, ANY));
    }
}
