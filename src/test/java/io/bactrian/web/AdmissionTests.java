package io.bactrian.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.FilterChain;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockAsyncContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

/** Room for one body of the largest kind, or for many small ones. */
class AdmissionTests {

    private static final FilterChain STAYS = (request, response) -> request.startAsync();
    private static final FilterChain GOES = (request, response) -> {};

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Admission admission = new Admission(
            new HttpSettings(DataSize.ofMegabytes(1), Duration.ofSeconds(10)),
            new ProblemAnswers(new ObjectMapper()),
            meters);

    @Test
    void refusesWhatTheHeapHasNoRoomForAndLetsItInAgainAfterwards() throws Exception {
        MockHttpServletRequest large = request(1_000_000);
        assertThat(pass(large, STAYS).getStatus()).isEqualTo(200);
        MockHttpServletResponse refused = pass(request(1_000_000), STAYS);
        assertThat(refused.getStatus()).isEqualTo(503);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
        assertThat(meters.get("sms.http.refused").counter().count()).isEqualTo(1);
        ((MockAsyncContext) large.getAsyncContext()).complete();
        assertThat(pass(request(1_000_000), GOES).getStatus()).isEqualTo(200);
        assertThat(pass(request(1_000_000), GOES).getStatus()).isEqualTo(200);
    }

    @Test
    void reckonsABodyOfUntoldLengthAsTheLargest() throws Exception {
        MockHttpServletRequest untold = request(0);
        untold.addHeader("Transfer-Encoding", "chunked");
        pass(untold, STAYS);
        assertThat(pass(request(500_000), STAYS).getStatus()).isEqualTo(503);
    }

    @Test
    void givesTheRoomBackWhereServingFails() throws Exception {
        for (int i = 0; i < 3; i++) {
            MockHttpServletResponse late = pass(request(1_000_000), (request, response) -> {
                throw new SocketTimeoutException();
            });
            assertThat(late.getStatus()).isEqualTo(408);
            assertThat(late.getHeader("Connection")).isEqualTo("close");
        }
    }

    @Test
    void answersWhoeverAsksHowWeAre() throws Exception {
        pass(request(1_000_000), STAYS);
        MockHttpServletRequest health = request(1_000_000);
        health.setRequestURI("/actuator/health");
        assertThat(pass(health, GOES).getStatus()).isEqualTo(200);
    }

    private MockHttpServletResponse pass(MockHttpServletRequest request, FilterChain chain) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        admission.doFilter(request, response, chain);
        return response;
    }

    private static MockHttpServletRequest request(int length) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/sms/send");
        request.setAsyncSupported(true);
        request.setContent(new byte[length]);
        return request;
    }
}
