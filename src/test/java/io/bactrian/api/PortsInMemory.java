package io.bactrian.api;

import io.bactrian.domain.AttemptOutcome;
import io.bactrian.domain.AttemptResult;
import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.OptOutChange;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.failure.DeadLetterSummary;
import io.bactrian.failure.DeadLetters;
import io.bactrian.outbound.OutcomeWaiters;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** What the flows behind the API do, decided by the last digits of the number. */
@TestConfiguration(value = "portsInMemory", proxyBeanMethods = false)
public class PortsInMemory implements DeadLetters {

    static final String TAKEN = "+15005550006";
    static final String REFUSED = "+15005550001";
    static final String SLOW = "+15005550002";
    static final String BROKEN = "+15005550003";
    static final String OPTED_OUT = "+15005550004";

    final Map<String, OutgoingMessage> sent = new ConcurrentHashMap<>();
    private final OutcomeWaiters waiters;

    PortsInMemory(OutcomeWaiters waiters) {
        this.waiters = waiters;
    }

    @Bean
    @Primary
    Clock fixedClockOfTheApi() {
        return Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), java.time.ZoneOffset.UTC);
    }

    public OptOutChange findOptOut(PhoneNumber number) {
        return number.value().equals(OPTED_OUT)
                ? new OptOutChange("SM1", number, null, true, "keyword", "STOP", Instant.EPOCH)
                : null;
    }

    public OutgoingMessage send(OutgoingMessage message) {
        sent.put(message.id(), message);
        switch (message.phoneNumber().value()) {
            case TAKEN -> waiters.settled(outcome(message, AttemptResult.ACCEPTED, MessageStatus.SENT, null));
            case REFUSED -> waiters.settled(outcome(message, AttemptResult.REJECTED, MessageStatus.FAILED, "21211"));
            case BROKEN -> throw new IllegalStateException("cannot send to " + BROKEN);
            default -> {}
        }
        return message;
    }

    private static AttemptOutcome outcome(
            OutgoingMessage message, AttemptResult result, MessageStatus status, String code) {
        String sid = code == null ? "SM2" : null;
        String reason = code == null ? null : "The number is not valid";
        return new AttemptOutcome(
                message.id(), 1, result, status, null, "simulator", sid, 1, code, reason, null, null, Instant.EPOCH);
    }

    @Override
    public List<DeadLetterSummary> list(int limit) {
        return List.of(letter("letter-1", false));
    }

    public DeadLetterSummary replay(String id) {
        return id.equals("letter-1") ? letter(id, true) : null;
    }

    private static DeadLetterSummary letter(String id, boolean replayed) {
        return new DeadLetterSummary(
                id, Instant.EPOCH, "log-incoming", "StoreException", "direct:receive-message", replayed);
    }
}
