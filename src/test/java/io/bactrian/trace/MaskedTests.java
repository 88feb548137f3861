package io.bactrian.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.User;
import io.bactrian.domain.UserKey;
import io.bactrian.domain.UserStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MaskedTests {

    private static final PhoneNumber ANN = new PhoneNumber("+12025550143");
    private static final User USER =
            new User("7", ANN, "Ann of the mill", UserStatus.INACTIVE, true, null, "default", Instant.EPOCH);

    @Test
    void tellsWhatDecides() {
        assertThat(Masked.of(null)).isEqualTo("nothing");
        assertThat(Masked.of(true)).isEqualTo("true");
        assertThat(Masked.of(UserStatus.ACTIVE)).isEqualTo("active");
        assertThat(Masked.of(160)).isEqualTo("160");
        assertThat(Masked.of(USER)).isEqualTo("User (status: inactive, optedOut: true)");
        assertThat(Masked.of(List.of(1, 2))).isEqualTo("a list of 2");
    }

    @Test
    void tellsNothingPersonal() {
        assertThat(Masked.of("at the mill")).isEqualTo("a text of 11");
        assertThat(Masked.of(12_025_550_143L)).isEqualTo("a number");
        assertThat(Masked.of(1.2025550143e10)).isEqualTo("a number");
        assertThat(Masked.of(ANN)).isEqualTo("a phone number");
        assertThat(Masked.of(new UserKey("default", ANN))).isEqualTo("UserKey");
        assertThat(Masked.of(Map.of("a", ANN))).isEqualTo("a map of 1");
        assertThat(Masked.of(new Foreign())).isEqualTo("Foreign");
    }

    @Test
    void followsPathsOfRecordsOnly() {
        assertThat(Masked.at(USER, List.of("optedOut"))).isEqualTo("true");
        assertThat(Masked.at(USER, List.of("name"))).isEqualTo("a text of 15");
        assertThat(Masked.at(USER, List.of("phoneNumber", "value"))).isEqualTo("a text of 12");
        assertThat(Masked.at(USER, List.of("optedOutAt", "x"))).isEqualTo("nothing");
        assertThat(Masked.at(USER, List.of("sender"))).isEqualTo("unknown");
        assertThat(Masked.at("text", List.of("length"))).isEqualTo("unknown");
    }

    private static final class Foreign {
        @Override
        public String toString() {
            return "+12025550143";
        }
    }
}
