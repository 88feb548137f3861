package io.bactrian.api;

import io.bactrian.keys.ApiKey;
import io.bactrian.keys.IssuedKey;
import io.bactrian.keys.KeyOrder;
import io.bactrian.keys.KeyRing;
import io.bactrian.paging.Page;
import io.bactrian.paging.PageRequest;
import io.bactrian.security.Caller;
import io.bactrian.security.Scopes;
import io.bactrian.web.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What an admin does with keys: one of the default tenant with those of all tenants, any other with those of their own.
 */
@Component
public class KeyRequests {

    /** No store knows a later time. */
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final KeyRing keys;
    private final Clock clock;

    KeyRequests(KeyRing keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** @throws Refused where the key would open what it must not, or nothing */
    public Answer create(NewKey wanted, Caller caller) {
        String tenant = wanted.tenant() == null ? caller.tenant() : wanted.tenant();
        if (caller.reach() != null && !caller.reach().equals(tenant)) {
            throw Refused.unprocessable("tenant", "is not yours");
        }
        if (wanted.scopes().stream().anyMatch(scope -> !Scopes.canBeHeld(scope, tenant))) {
            throw Refused.unprocessable("scopes", "hold ops, which is for the tenant default");
        }
        Instant end = wanted.expiresAt() == null ? null : wanted.expiresAt().toInstant();
        if (end != null && (!end.isAfter(clock.instant()) || end.isAfter(LATEST))) {
            throw Refused.unprocessable("expiresAt", "has passed, or is too far away");
        }
        IssuedKey issued = keys.issue(
                new KeyOrder(Texts.checked("name", wanted.name()), wanted.scopes(), tenant, caller.name(), end));
        return new Answer(
                201, Map.of("Location", "/api/keys/" + issued.details().id()), issued);
    }

    public Page<ApiKey> page(Parameters parameters, Caller caller) {
        PageRequest wanted = new PageRequest(caller.reach(), parameters.text("cursor"), parameters.limit());
        return Parameters.paging(() -> keys.page(wanted));
    }

    /** The key as it is afterwards, or null where there is none of that id. */
    public ApiKey revoke(Parameters parameters, Caller caller) {
        return keys.revoke(caller.reach(), parameters.text("id")).orElse(null);
    }
}
