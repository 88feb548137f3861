package io.bactrian.cost;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import io.bactrian.domain.Channel;
import io.bactrian.domain.PhoneNumber;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Estimates what messages cost. */
@Component
public class Costs {

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final CostSettings settings;
    private final Map<String, BigDecimal> prices;

    Costs(CostSettings settings) {
        this.settings = settings;
        // Of two spellings of a key the first one holds: it comes from where the settings are overridden.
        this.prices = settings.prices().entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> place(entry.getKey()), Map.Entry::getValue, (first, second) -> first));
    }

    /** What the message is likely to cost; nothing where no price is known. */
    public Optional<Cost> of(Channel channel, PhoneNumber to, int segments) {
        return switch (channel) {
            case SMS -> cost(price(to).multiply(BigDecimal.valueOf(segments)));
            case MMS -> cost(settings.mmsPrice());
            default -> Optional.empty();
        };
    }

    private Optional<Cost> cost(BigDecimal amount) {
        return amount.signum() == 0 ? Optional.empty() : Optional.of(Cost.of(amount, settings.currency()));
    }

    /** The region's price goes before that of its calling code, which it may share with other regions. */
    private BigDecimal price(PhoneNumber to) {
        try {
            Phonenumber.PhoneNumber number = numbers.parse(to.value(), null);
            return Stream.of(numbers.getRegionCodeForNumber(number), String.valueOf(number.getCountryCode()))
                    .map(place -> Optional.ofNullable(place).map(prices::get))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElse(settings.defaultPrice());
        } catch (NumberParseException e) {
            return settings.defaultPrice();
        }
    }

    private String place(String key) {
        String place = key.toUpperCase(Locale.ROOT);
        boolean known = numbers.getSupportedRegions().contains(place)
                || numbers.getSupportedCallingCodes().stream()
                        .map(String::valueOf)
                        .anyMatch(place::equals);
        if (!known) {
            throw new IllegalArgumentException("SMS_COST_PRICES_… (sms.cost.prices) is by region, like US or DE, or by"
                    + " country calling code, like 49, and not by " + key);
        }
        return place;
    }
}
