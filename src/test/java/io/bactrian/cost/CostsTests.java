package io.bactrian.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.domain.Channel;
import io.bactrian.domain.PhoneNumber;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class CostsTests {

    private final ApplicationContextRunner context =
            new ApplicationContextRunner().withUserConfiguration(WithSettings.class);

    @ParameterizedTest
    @CsvSource({
        "+12025550106, 0.0166, the region's",
        "+14165550106, 0.0148, that of the calling code which Canada shares",
        "+12005550106, 0.0148, that of the calling code for a number of no region",
        "+447400123456, 0.10, the other region's",
        "+4915123456789, 0.2, the default",
        "12345, 0.2, the default of what is no number",
    })
    void takesTheNearestPrice(String to, String amount, String why) {
        context.withPropertyValues(
                        "sms.cost.currency=EUR",
                        "sms.cost.default-price=0.1",
                        "sms.cost.prices.us=0.0083",
                        "sms.cost.prices.1=0.0074",
                        "sms.cost.prices.GB=0.05")
                .run(started -> assertThat(started.getBean(Costs.class).of(Channel.SMS, new PhoneNumber(to), 2))
                        .as(why)
                        .contains(new Cost(amount, "EUR")));
    }

    @Test
    void takesAnMmsAsOne() {
        context.withPropertyValues("sms.cost.mms-price=0.02", "sms.cost.default-price=0.01")
                .run(started -> assertThat(cost(started.getBean(Costs.class), Channel.MMS))
                        .contains(new Cost("0.02", "USD")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sms.cost.default-price=0", "sms.cost.default-price=0.00", "sms.cost.prices.DE=0.1"})
    void knowsNoCostWhereNoPriceIsNamed(String setting) {
        context.withPropertyValues(setting).run(started -> {
            Costs costs = started.getBean(Costs.class);
            assertThat(cost(costs, Channel.SMS)).isEmpty();
            assertThat(cost(costs, Channel.MMS)).isEmpty();
            assertThat(cost(costs, Channel.WHATSAPP)).isEmpty();
        });
    }

    @Test
    void letsAPriceBeOverriddenInAnotherSpelling() {
        context.withPropertyValues("sms.cost.prices.us=0.25")
                .withSystemProperties("sms.cost.prices.US=0.5")
                .run(started -> assertThat(cost(started.getBean(Costs.class), Channel.SMS))
                        .contains(new Cost("0.25", "USD")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sms.cost.prices.false=0.1", "sms.cost.prices.999=0.1", "sms.cost.prices.XX=0.1"})
    void startsWithNoPriceOfAPlaceThatIsNone(String setting) {
        context.withPropertyValues(setting)
                .run(started -> assertThat(started).getFailure().rootCause().hasMessageContaining("(sms.cost.prices)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sms.cost.default-price=-1", "sms.cost.prices.US=-1", "sms.cost.currency=DOLLAR"})
    void startsWithNoPriceThatCannotBe(String setting) {
        context.withPropertyValues(setting).run(started -> assertThat(started).hasFailed());
    }

    private static Optional<Cost> cost(Costs costs, Channel channel) {
        return costs.of(channel, new PhoneNumber("+12025550106"), 1);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(CostSettings.class)
    @Import(Costs.class)
    static class WithSettings {}
}
