package io.bactrian.cost;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the account pays. There is no table of prices in the program: they differ by contract, and change.
 *
 * @param currency of all prices
 * @param defaultPrice of a segment that goes where no price is named; 0 says that it is not known
 * @param prices of a segment, by region ({@code US}) or country calling code ({@code 49}) of the recipient
 * @param mmsPrice of an MMS; 0 says that it is not known
 */
@Validated
@ConfigurationProperties("sms.cost")
public record CostSettings(
        @DefaultValue("USD") @NotNull Currency currency,
        @DefaultValue("0") @NotNull @PositiveOrZero BigDecimal defaultPrice,
        @DefaultValue Map<String, @NotNull @PositiveOrZero BigDecimal> prices,
        @DefaultValue("0") @NotNull @PositiveOrZero BigDecimal mmsPrice) {}
