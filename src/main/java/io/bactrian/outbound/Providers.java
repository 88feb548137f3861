package io.bactrian.outbound;

import io.bactrian.GatewaySettings;
import io.bactrian.domain.ChangesNothing;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.ProviderException;
import io.bactrian.domain.ProviderException.Failure;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Which provider messages go to, the first one of the settings that is not left alone at the moment, and which one is
 * asked about a message. How a provider fares is known to this instance alone.
 */
@Component("providers")
public class Providers {

    /** The code of a call that was given to a provider that cannot place one. */
    public static final String NO_CALLS = "no-calls";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    private final Map<String, Availability> inOrder = new LinkedHashMap<>();

    @Autowired
    Providers(GatewaySettings gateway, ProviderSettings settings, Clock clock, MeterRegistry meters) {
        this(gateway.providers(), settings, clock);
        inOrder.forEach((name, provider) -> Gauge.builder("sms.provider.parked", () -> provider.parked() ? 1 : 0)
                .description("1 while the provider is parked because of its configuration")
                .tag("provider", name)
                .register(meters));
        inOrder.forEach((name, provider) -> Gauge.builder(
                        "sms.provider.open", () -> provider.status().state() == ProviderState.OPEN ? 1 : 0)
                .description("1 while the provider is left alone after a run of failures")
                .tag("provider", name)
                .register(meters));
    }

    Providers(List<String> names, ProviderSettings settings, Clock clock) {
        names.forEach(name -> inOrder.put(name, new Availability(name, settings, clock)));
    }

    /** The name after {@code direct:send-via-}, from the settings, never from a message; null where none may be called. */
    public String choose() {
        return inOrder.entrySet().stream()
                .filter(provider -> provider.getValue().room() > 0)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** Reserves places with a provider; each must be given back. Gives how many there are, perhaps fewer, perhaps none. */
    synchronized int enter(String provider, int wanted) {
        int places = Math.min(wanted, inOrder.get(provider).room());
        inOrder.get(provider).enter(places);
        return places;
    }

    void leave(String provider, int places) {
        named(provider).ifPresent(gate -> gate.leave(places));
    }

    /** The provider has taken a message. */
    public void accepted(String provider) {
        named(provider).ifPresent(Availability::accepted);
    }

    /** An attempt has not come to an acceptance; whatever the provider's adapter did not name is an unknown outcome. */
    public void failed(String provider, Throwable failure) {
        ProviderException known = failure instanceof ProviderException named
                ? named
                : new ProviderException(
                        Failure.UNKNOWN, null, failure.getClass().getSimpleName(), null);
        named(provider).ifPresent(gate -> gate.failed(known));
    }

    /**
     * Says of a call that its provider has no port for calls. A text that were sent in its place would be no call.
     *
     * @throws ProviderException always: refused for good, with {@link #NO_CALLS}
     */
    public void refuseCall() {
        throw ProviderException.refusedHere(NO_CALLS, "the provider cannot place calls");
    }

    /** In the order of the settings. */
    public List<ProviderStatus> list() {
        return inOrder.values().stream().map(Availability::status).toList();
    }

    /** Lets everything go to the provider again; gives how it stands then, or null where there is none of that name. */
    public ProviderStatus resume(String name) {
        named(name).ifPresent(Availability::resume);
        return named(name).map(Availability::status).orElse(null);
    }

    /**
     * Whoever the attempt was made through; before that was on record, there was the first one only.
     *
     * @throws IllegalStateException where the store holds what cannot be a name: a route's address is made of it
     */
    @ChangesNothing
    public String of(OutgoingMessage message) {
        String name = message.provider() == null ? inOrder.keySet().iterator().next() : message.provider();
        if (!NAME.matcher(name).matches()) {
            throw new IllegalStateException("a provider cannot be called that");
        }
        return name;
    }

    private Optional<Availability> named(String name) {
        return Optional.ofNullable(inOrder.get(name));
    }
}
