package io.bactrian.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.api.ApiClient;
import io.bactrian.api.ApiTest;
import io.bactrian.provider.twilio.TwilioAccount;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * A small run of {@code benchmark/fuzz}; the same requests each time. They edit, replay and take away whatever they find,
 * so that no other test may share their gateway.
 */
@ApiTest
@TestPropertySource(properties = "camel.main.name=fuzzed")
class FuzzTests {

    private static final int REQUESTS = 400;
    private static final long SEED = 20261121;

    @Autowired
    private ApiClient api;

    @Autowired
    private TwilioAccount account;

    @Test
    void noRequestIsTooOddForAnAnswerThatKeepsItsPromises() throws IOException {
        Target target = new Target(
                api.port(),
                ApiClient.tokenOfAll(),
                account.publicUrl(),
                account.authTokens().get(0));
        FuzzReport report = new FuzzRun(target, SEED).of(REQUESTS);
        assertThat(report.findings()).as(report.toString()).isEmpty();
        assertThat(report.requests()).isEqualTo(REQUESTS);
        assertThat(List.of(200, 202, 400, 401, 403, 404, 405, 415).stream()
                        .filter(status -> report.answered(status) == 0)
                        .toList())
                .as("answers that no request got, so that the run tries less than it should")
                .isEmpty();
    }
}
