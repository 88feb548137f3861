package io.bactrian.turns;

import io.bactrian.domain.PhoneNumber;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How fast our senders may send, in segments a second.
 *
 * @param defaultRate of a sender that is not named; 0 says that it is not limited
 * @param senders the rate of each that is named, by its number or the SID of its Messaging Service
 * @param unnamed who sends what names no sender: such numbers or SIDs, of which the first that is not empty holds
 * @param instances how many gateways share these senders; each sends its part of the rate
 */
@Validated
@ConfigurationProperties("sms.rate")
public record RateSettings(
        @DefaultValue("0") @NotNull @PositiveOrZero @DecimalMax("1000000") BigDecimal defaultRate,
        @DefaultValue Map<String, @NotNull @PositiveOrZero @DecimalMax("1000000") BigDecimal> senders,
        @DefaultValue List<String> unnamed,
        @DefaultValue("1") @Min(1) @Max(1000) int instances) {

    public RateSettings {
        senders = senders.entrySet().stream()
                .collect(Collectors.toMap(sender -> plain(sender.getKey()), Map.Entry::getValue, (one, two) -> two));
        unnamed = unnamed.stream()
                .map(RateSettings::plain)
                .filter(sender -> !sender.isEmpty())
                .toList();
    }

    /** By what a sender is known here. */
    String key(PhoneNumber sender) {
        String any = unnamed.isEmpty() ? "" : unnamed.get(0);
        return sender == null ? any : plain(sender.value());
    }

    /** Segments a second of this instance; 0 for no limit. */
    double perSecond(String key) {
        return senders.getOrDefault(key, defaultRate).doubleValue() / instances;
    }

    /** Environment variables have no plus, and no upper case. */
    private static String plain(String sender) {
        return sender.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "RateSettings[" + senders.size() + " senders]";
    }
}
