package io.bactrian.provider.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class MessageQueryTests {

    @ParameterizedTest
    @CsvSource({
        "DateSent,2026-11-20,true",
        "DateSent,2026-11-19,false",
        "DateSent,2026-11-21,false",
        "DateSent>,2026-11-20,true",
        "DateSent>,2026-11-21,false",
        "DateSent<,2026-11-21,true",
        "DateSent<,2026-11-20,false",
        "DateSent>,2026-11-20T16:00:00Z,true",
        "DateSent>,2026-11-20T16:00:00.900Z,true",
        "DateSent>,2026-11-20T16:00:01Z,false",
        "DateSent<,2026-11-20T16:00:00,true",
        "DateSent<,2026-11-20T17:59:59+02:00,false"
    })
    void comparesWithTheSecondInWhichAMessageWasSent(String name, String value, boolean fits) {
        MessageQuery query = query(Map.of(name, List.of(value)));

        assertThat(query.test(sent("2026-11-20T16:00:00.250Z"))).isEqualTo(fits);
        assertThat(query.test(notSentYet("2026-11-20T16:00:00.250Z")))
                .as("not sent yet")
                .isEqualTo(fits);
    }

    @Test
    void takesBothEndsOfASpan() {
        MessageQuery query =
                query(Map.of("DateSent>", List.of("2026-11-19"), "DateSent<", List.of("2026-11-20T12:00:00Z")));

        assertThat(query.test(sent("2026-11-19T00:00:00Z"))).isTrue();
        assertThat(query.test(sent("2026-11-20T12:00:00.999Z"))).isTrue();
        assertThat(query.test(sent("2026-11-20T12:00:01Z"))).isFalse();
    }

    @Test
    void keepsTheFiltersInTheAddressOfTheNextPage() {
        MultiValueMap<String, String> asked = new LinkedMultiValueMap<>(
                Map.of("To", List.of("+15005550100"), "DateSent>", List.of("2026-11-19"), "PageSize", List.of("7")));
        MessageQuery query = MessageQuery.of(asked);

        MessagePageJson page = MessagePageJson.of("AC0", asked, query, new MessageBook.Slice(List.of(), 42L));

        assertThat(page.nextPageUri())
                .startsWith("/2010-04-01/Accounts/AC0/Messages.json?")
                .contains("To=%2B15005550100", "DateSent%3E=2026-11-19", "PageSize=7", "Page=1", "PageToken=PA42");
        assertThat(page.firstPageUri()).contains("Page=0").doesNotContain("PageToken");
    }

    private static MessageQuery query(Map<String, List<String>> parameters) {
        return MessageQuery.of(new LinkedMultiValueMap<>(parameters));
    }

    private static SimulatedMessage sent(String time) {
        Instant then = Instant.parse(time);
        return message(then.minusSeconds(90_000), Status.QUEUED)
                .next(null, then)
                .orElseThrow();
    }

    private static SimulatedMessage notSentYet(String time) {
        return message(Instant.parse(time), Status.QUEUED);
    }

    private static SimulatedMessage message(Instant created, Status status) {
        return new SimulatedMessage(
                "SM0",
                "AC0",
                "+15005550100",
                "+15005550006",
                null,
                "text",
                0,
                1,
                null,
                status,
                null,
                null,
                null,
                created,
                null,
                created);
    }
}
