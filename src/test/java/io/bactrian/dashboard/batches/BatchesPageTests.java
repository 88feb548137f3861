package io.bactrian.dashboard.batches;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.dashboard.PageTest;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class BatchesPageTests extends PageTest {

    @Test
    void aBatchIsHeldResumedAndCanceled() throws IOException {
        String later = send(", \"sendAt\": \"" + Instant.now().plus(2, ChronoUnit.DAYS) + "\"");
        open("/batches");
        element("#pause-" + later).click();
        shows("It is held.");
        shows("paused");
        canBeUsedByEverybody("batches");
        element("#resume-" + later).click();
        shows("It goes on.");
        element("#cancel-" + later).click();
        shows("2 canceled");
        assertThat(api("GET", "/api/audit?operation=cancel-batch", null).body()).contains(later, "\"via\":\"session\"");
    }

    @Test
    void theBarFollowsABatchToItsEnd() {
        open("/batches");
        String now = send("");
        shows("2 of 2");
        element("#open-" + now).click();
        shows("A text to many");
    }

    private String send(String more) {
        String row = "{\"to\": \"%s\", \"body\": \"A text to many\"}";
        String rows = row.formatted(newNumber()) + "," + row.formatted(newNumber());
        String answer = api(
                        "POST", "/api/sms/bulk", "{\"messages\": [" + rows + "], \"quietHours\": false" + more + "}")
                .body();
        return answer.replaceAll(".*\"batchId\":\"([^\"]+)\".*", "$1");
    }
}
