package io.bactrian.camel.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Where traces are switched off, no step is watched. */
class SwitchTests {

    private final ApplicationContextRunner gateway =
            new ApplicationContextRunner().withBean(TracedFlows.class).withUserConfiguration(DecisionWatch.class);

    @Test
    void watchesUnlessItIsToldNotTo() {
        gateway.run(context -> assertThat(context).hasSingleBean(DecisionWatch.class));
        gateway.withPropertyValues("sms.trace.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(DecisionWatch.class));
    }
}
