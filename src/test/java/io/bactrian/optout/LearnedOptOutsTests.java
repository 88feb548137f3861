package io.bactrian.optout;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.domain.Channel;
import io.bactrian.domain.Draft;
import io.bactrian.domain.Kind;
import io.bactrian.domain.OptOutChange;
import io.bactrian.domain.OptOutSource;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Priority;
import io.bactrian.domain.Sender;
import io.bactrian.tenants.TenantNumbers;
import io.bactrian.tenants.TenantSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LearnedOptOutsTests {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final PhoneNumber NORTHS = new PhoneNumber("+15005550016");

    private final OutgoingMessage message = OutgoingMessage.queued(
            new Draft(
                    "m1",
                    new PhoneNumber("+15005550100"),
                    null,
                    Channel.SMS,
                    "hello",
                    List.of(),
                    Kind.API,
                    Priority.NORMAL,
                    null,
                    null,
                    null,
                    "north"),
            NOON);

    @Test
    void aRefusalThroughAServiceIsAboutTheWholeService() {
        OptOutChange learned = learned(new Sender(null, "MG1"));
        assertThat(learned.scope()).isEqualTo("MG1");
        assertThat(learned.tenant()).isEqualTo("default");
        assertThat(learned.messageId()).isEqualTo("m1");
        assertThat(learned.wording()).isEqualTo("21610");
    }

    @Test
    void aRefusalFromANumberIsAboutThatNumberAndItsTenant() {
        OptOutChange learned = learned(new Sender(NORTHS, null));
        assertThat(learned.scope()).isEqualTo(NORTHS.value());
        assertThat(learned.tenant()).isEqualTo("north");
    }

    private OptOutChange learned(Sender sender) {
        TenantNumbers tenants = new TenantNumbers(new TenantSettings(Map.of("north", List.of(NORTHS.value()))));
        return new LearnedOptOuts(any -> sender, tenants, null).of(message, OptOutSource.REFUSAL, NOON);
    }
}
