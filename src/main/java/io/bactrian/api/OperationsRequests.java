package io.bactrian.api;

import io.bactrian.failure.DeadLetterCounts;
import io.bactrian.failure.DeadLetterQuery;
import io.bactrian.failure.DeadLetterSummary;
import io.bactrian.failure.DeadLetters;
import io.bactrian.outbound.ProviderStatus;
import io.bactrian.outbound.Providers;
import io.bactrian.paging.Page;
import io.bactrian.reference.ContractPage;
import io.bactrian.web.Contract;
import java.util.Map;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** What those who run the gateway ask, and what anybody may. */
@Component
public class OperationsRequests {

    private final DeadLetters deadLetters;
    private final Providers providers;
    private final HealthEndpoint health;
    private final Contract contract;
    private final ContractPage page;

    OperationsRequests(
            DeadLetters deadLetters, Providers providers, HealthEndpoint health, Contract contract, ContractPage page) {
        this.deadLetters = deadLetters;
        this.providers = providers;
        this.health = health;
        this.contract = contract;
        this.page = page;
    }

    public Page<DeadLetterSummary> deadLetters(Parameters parameters) {
        return Parameters.paging(
                () -> deadLetters.page(letters(parameters), parameters.text("cursor"), parameters.limit()));
    }

    public DeadLetterCounts countDeadLetters(Parameters parameters) {
        return deadLetters.counts(letters(parameters));
    }

    private static DeadLetterQuery letters(Parameters parameters) {
        return new DeadLetterQuery(
                parameters.text("kind"),
                parameters.text("cause"),
                parameters.text("step"),
                parameters.instant("since"),
                parameters.instant("until"));
    }

    public Page<ProviderStatus> providers() {
        return new Page<>(providers.list(), null);
    }

    /** How the provider stands afterwards, or null where there is none of that name. */
    public ProviderStatus resume(Parameters parameters) {
        return providers.resume(parameters.text("name"));
    }

    public String id(Parameters parameters) {
        return parameters.text("id");
    }

    /** Up or not, and nothing more: anybody may ask. */
    public Answer health() {
        Status status = health.health().getStatus();
        boolean up = !Status.DOWN.equals(status) && !Status.OUT_OF_SERVICE.equals(status);
        return Answer.of(up ? 200 : 503, Map.of("status", up ? "up" : "down"));
    }

    public Answer contractPage() {
        return new Answer(
                200,
                Map.of("Content-Type", "text/html;charset=UTF-8", "Content-Security-Policy", page.policy()),
                page.html());
    }

    public Answer contract() {
        return new Answer(200, Map.of("Content-Type", "application/yaml"), contract.text());
    }
}
