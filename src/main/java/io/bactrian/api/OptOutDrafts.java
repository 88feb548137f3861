package io.bactrian.api;

import io.bactrian.directory.UserDirectory;
import io.bactrian.domain.OptOutChange;
import io.bactrian.domain.OptOutSource;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Tenant;
import io.bactrian.domain.User;
import io.bactrian.security.Caller;
import io.bactrian.tenants.TenantNumbers;
import io.bactrian.web.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Makes changes, not stored yet, of what callers want on record. */
@Component
class OptOutDrafts {

    private static final Pattern SERVICE = Pattern.compile("MG[0-9A-Za-z]{32}");

    private final PhoneNumbers numbers;
    private final UserDirectory users;
    private final TenantNumbers tenants;
    private final Clock clock;

    OptOutDrafts(PhoneNumbers numbers, UserDirectory users, TenantNumbers tenants, Clock clock) {
        this.numbers = numbers;
        this.users = users;
        this.tenants = tenants;
        this.clock = clock;
    }

    /**
     * @param index of the row. Rows without a time are a microsecond apart, so that they stay in order
     * @throws Refused where no change can be made of it
     */
    OptOutChange draft(NewOptOut wanted, Caller caller, OptOutSource source, String id, int index) {
        String service = service(wanted.sender());
        PhoneNumber sender = service == null ? PhoneNumber.of(wanted.sender()) : null;
        requireOwn(sender, service, caller);
        if (!wanted.optedOut() && wanted.reason() == null) {
            throw Refused.unprocessable("reason", "is required for an opt-in");
        }
        return new OptOutChange(
                id,
                recipient(wanted, caller),
                sender,
                service,
                wanted.optedOut(),
                source,
                null,
                Texts.checked("reason", wanted.reason()),
                caller.name(),
                at(wanted, index),
                caller.tenant());
    }

    private static String service(String sender) {
        return sender != null && SERVICE.matcher(sender).matches() ? sender : null;
    }

    private void requireOwn(PhoneNumber sender, String service, Caller caller) {
        String owner = service != null ? Tenant.DEFAULT : sender == null ? caller.tenant() : tenants.of(sender);
        if (!owner.equals(caller.tenant())) {
            throw Refused.unprocessable("sender", "is not yours");
        }
    }

    private PhoneNumber recipient(NewOptOut wanted, Caller caller) {
        if ((wanted.phoneNumber() == null) == (wanted.userId() == null)) {
            throw Refused.unprocessable("phoneNumber", "or userId is required, and not both");
        }
        if (wanted.phoneNumber() != null) {
            return numbers.read(wanted.phoneNumber())
                    .orElseThrow(() -> Refused.unprocessable("phoneNumber", "is not a possible phone number"));
        }
        return users.find(caller.tenant(), wanted.userId())
                .map(User::phoneNumber)
                .orElseThrow(() -> Refused.unprocessable("userId", "is nobody's"));
    }

    private Instant at(NewOptOut wanted, int index) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (wanted.at() == null) {
            return now.plus(index, ChronoUnit.MICROS);
        }
        Instant at = wanted.at().toInstant().truncatedTo(ChronoUnit.MICROS);
        if (at.isAfter(now) || at.isBefore(Instant.EPOCH)) {
            throw Refused.unprocessable("at", "lies in the future, or before 1970");
        }
        return at;
    }
}
