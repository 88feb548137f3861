package io.bactrian;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.bactrian.directory.UserDirectory;
import io.bactrian.domain.StoreException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** A store that goes away in the very moment between the first request and the demo user is hard to have for real. */
class DemoUserTests {

    private final GatewaySettings settings = new GatewaySettings(
            "http://localhost", "embedded", List.of("simulator"), Path.of("data"), Path.of("routes"));
    private final UserDirectory users = mock(UserDirectory.class);

    @Test
    void aStoreThatIsAwayDoesNotEndTheStart() {
        when(users.page(any()))
                .thenThrow(new CannotGetJdbcConnectionException("away"))
                .thenThrow(new StoreException("page", "08001", true, null));
        DemoUser demo = new DemoUser(settings, users);
        assertThatNoException().isThrownBy(() -> demo.run(null));
        assertThatNoException().isThrownBy(() -> demo.run(null));
    }
}
