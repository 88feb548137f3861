package io.bactrian.camel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bactrian.audit.AuditEntry;
import io.bactrian.domain.Tenant;
import io.bactrian.security.Caller;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Puts calls that may change something on record, through the store's ports: when they begin, and how they ended. */
@Component
class AuditTrail {

    private static final Logger log = LoggerFactory.getLogger(AuditTrail.class);
    private static final String NOBODY = "nobody";
    /** Calls whose reason is kept. */
    private static final Set<String> REASONED = Set.of("reveal-number");

    private final AuditPorts ports = new AuditPorts();
    private final ObjectMapper json;
    private final MeterRegistry meters;
    private final Clock clock;

    AuditTrail(ObjectMapper json, MeterRegistry meters, Clock clock) {
        this.json = json;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Returns when the entry is durable.
     *
     * @throws RuntimeException where it cannot be kept; the call must not be done then
     */
    AuditEntry open(String operation, Optional<Caller> caller, String address, CamelContext context) {
        AuditEntry entry = new AuditEntry(
                "call-" + UUID.randomUUID(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                caller.map(Caller::tenant).orElse(Tenant.DEFAULT),
                caller.map(Caller::name).orElse(NOBODY),
                caller.map(known -> known.via().name().toLowerCase(Locale.ROOT)).orElse(NOBODY),
                caller.map(Caller::keyId).orElse(null),
                operation,
                null,
                null,
                address,
                null);
        ports.record(context, entry);
        return entry;
    }

    /**
     * Keeps what came of a call. Where that fails, the call's entry stays without it: what the call did is done, and its
     * caller is told so.
     *
     * @param answered with the answer as its message
     * @param then runs in any case, on whatever thread
     */
    void close(AuditEntry entry, Exchange answered, Runnable then) {
        CamelContext context = answered.getContext();
        int status = answered.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        ports.complete(context, ended(entry, status, answered), failure -> {
            if (failure != null) {
                meters.counter("sms.audit.incomplete").increment();
                log.error(
                        "{} is on record without what came of it: {}",
                        entry.id(),
                        failure.getClass().getName());
            }
            then.run();
        });
    }

    /** With the id in the answer, so that it is always one of ours, and the reason that the call has taken for one. */
    private AuditEntry ended(AuditEntry entry, int status, Exchange answered) {
        try {
            JsonNode answer = json.readTree(answered.getMessage().getBody(byte[].class));
            String id = answer.path("id").asText(answer.path("batchId").asText(""));
            boolean reasoned = status < 300 && REASONED.contains(entry.operation());
            return entry.ended(
                    status,
                    id.isEmpty() ? null : id,
                    reasoned ? answer.path("reason").asText(null) : null);
        } catch (IOException e) {
            return entry.ended(status, null, null); // no JSON, so no id
        }
    }
}
