package io.bactrian.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

@ExtendWith(OutputCaptureExtension.class)
class FailuresTests {

    @Test
    void tellTheCallerToComeAgainWhereTheyWillPass() {
        assertThat(problem(new CannotGetJdbcConnectionException("down")).status())
                .isEqualTo(503);
        assertThat(problem(new RejectedExecutionException("full")).status()).isEqualTo(503);
    }

    @Test
    void areFoundHoweverDeepTheyLie() {
        Exception refusal = new IllegalStateException(new RuntimeException(Refused.notFound()));
        assertThat(problem(refusal).status()).isEqualTo(404);
    }

    @Test
    void goToTheLogWithoutTheirWords(CapturedOutput output) {
        Problem problem = problem(new IllegalStateException("+15005550006", new IllegalArgumentException("hello")));
        assertThat(problem.status()).isEqualTo(500);
        assertThat(output)
                .contains("java.lang.IllegalStateException")
                .contains("java.lang.IllegalArgumentException")
                .doesNotContain("5550006")
                .doesNotContain("hello");
    }

    @Test
    void endEvenWhereTheyGoRoundInCircles() {
        Exception outer = new IllegalStateException("a");
        outer.initCause(new IllegalStateException("b", outer));
        assertThat(problem(outer).status()).isEqualTo(500);
    }

    private static Problem problem(Exception failure) {
        return Failures.problem("A test", failure);
    }
}
