package io.bactrian.provider.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class WhileSimulatedTests {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withBean(SimulatorSettings.class, () -> new SimulatorSettings(null, null, "", 1))
            .withUserConfiguration(MessageBook.class);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sms.providers=twilio",
                "sms.providers=simulator,twilio",
                "sms.providers=simulator, Twilio",
                "sms.providers[0]=twilio",
                "sms.providers=acme"
            })
    void isGoneWhereAnythingElseIsAProvider(String setting) {
        context.withPropertyValues(setting).run(house -> assertThat(house).doesNotHaveBean(MessageBook.class));
    }

    @Test
    void isThereByDefaultAndByName() {
        context.run(house -> assertThat(house).hasSingleBean(MessageBook.class));
        context.withPropertyValues("sms.providers=simulator")
                .run(house -> assertThat(house).hasSingleBean(MessageBook.class));
    }
}
