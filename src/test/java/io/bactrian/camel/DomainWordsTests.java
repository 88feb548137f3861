package io.bactrian.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.domain.Channel;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

class DomainWordsTests {

    @Test
    void aWordIsTheValueThatItStandsFor() throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            new DomainWords().beforeApplicationStart(camel);
            camel.start();
            assertThat(camel.getTypeConverter().convertTo(Channel.class, "voice"))
                    .isEqualTo(Channel.VOICE);
            assertThat(camel.getTypeConverter().convertTo(Channel.class, "VOICE"))
                    .as("no word of ours")
                    .isNull();
        }
    }
}
