package io.bactrian.api;

import io.bactrian.audit.AuditEntry;
import io.bactrian.audit.AuditLog;
import io.bactrian.audit.AuditQuery;
import io.bactrian.paging.Page;
import io.bactrian.paging.PageRequest;
import io.bactrian.security.Caller;
import org.springframework.stereotype.Component;

/** What an admin asks about what was done: one of the default tenant by anybody, any other by their own tenant. */
@Component
public class AuditRequests {

    private final AuditLog log;

    AuditRequests(AuditLog log) {
        this.log = log;
    }

    public Page<AuditEntry> page(Parameters parameters, Caller caller) {
        AuditQuery wanted = new AuditQuery(
                new PageRequest(caller.reach(), parameters.text("cursor"), parameters.limit()),
                parameters.instant("since"),
                parameters.instant("until"),
                Texts.checked("who", parameters.text("who")),
                parameters.text("operation"));
        return Parameters.paging(() -> log.page(wanted));
    }
}
