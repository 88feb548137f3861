package io.bactrian.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.api.ApiClient;
import io.bactrian.api.ApiTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the runs have found, one test each. */
@ApiTest
class FoundTests {

    @Autowired
    private ApiClient api;

    @Test
    void aHeaderThatIsNoTextIsRefusedAtTheDoorAndNotToldInTheLog() throws IOException {
        try (LogWatch log = LogWatch.begin()) {
            Draft draft = draft("GET", "/api/users", "");
            draft.header("Cookie", "\u202E" + Canary.TEXT);
            assertRefused(draft, 400);
            assertThat(log.leaks).isEmpty();
        }
    }

    @Test
    void whatTheFirewallRefusesIsAProblem() throws IOException {
        assertRefused(draft("TRACE", "/api/users", ""), 400);
    }

    @Test
    void whatTomcatRefusesIsAProblemAndNotToldInTheLog() throws IOException {
        try (LogWatch log = LogWatch.begin()) {
            assertRefused(draft("GET", "/api/users/%zz" + Canary.TEXT, ""), 400);
            assertRefused(draft("GET", "/api/users/\\" + Canary.TEXT, ""), 400);
            assertThat(log.leaks).isEmpty();
        }
    }

    @Test
    void nobodyReadsAFormThatIsNone() throws IOException {
        for (String path : List.of("/webhooks/twilio/incoming", "/api/users")) {
            Draft draft = draft("PUT", path, "a=%zz");
            draft.header("Content-Type", "application/x-www-form-urlencoded");
            assertRefused(draft, path.startsWith("/api") ? 415 : 405);
        }
    }

    private Draft draft(String method, String path, String body) {
        Draft draft = new Draft("found", method, path, body.getBytes(StandardCharsets.UTF_8));
        draft.header("Authorization", "Bearer " + ApiClient.tokenOfAll());
        return draft;
    }

    private void assertRefused(Draft draft, int status) throws IOException {
        Answered answer = Answered.to(api.port(), draft.bytes());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(AnswerRules.broken(draft, answer)).isEmpty();
    }
}
