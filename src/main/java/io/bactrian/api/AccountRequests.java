package io.bactrian.api;

import io.bactrian.accounts.Account;
import io.bactrian.accounts.Accounts;
import io.bactrian.accounts.KeptAccount;
import io.bactrian.paging.Page;
import io.bactrian.security.Caller;
import io.bactrian.security.Logins;
import io.bactrian.security.Passwords;
import io.bactrian.web.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What an admin does with the accounts of the dashboard: one of the default tenant with those of all tenants, any other
 * with those of their own.
 */
@Component
public class AccountRequests {

    private final Accounts accounts;
    private final Logins logins;
    private final Passwords passwords;
    private final Clock clock;

    AccountRequests(Accounts accounts, Logins logins, Passwords passwords, Clock clock) {
        this.accounts = accounts;
        this.logins = logins;
        this.passwords = passwords;
        this.clock = clock;
    }

    public Page<ListedAccount> all(Caller caller) {
        return new Page<>(
                accounts.all(caller.reach()).stream().map(ListedAccount::of).toList(), null);
    }

    /** @throws Refused where the name is taken, or the password one that anybody can guess */
    public Answer create(NewAccount wanted, Caller caller) {
        String tenant = wanted.tenant() == null ? caller.tenant() : wanted.tenant();
        if (caller.reach() != null && !caller.reach().equals(tenant)) {
            throw Refused.unprocessable("tenant", "is not yours");
        }
        if (accounts.all(null).size() >= Accounts.MOST) {
            throw Refused.conflict("name", "would be one account too many");
        }
        Account account = new Account(wanted.name(), wanted.role(), tenant, true, now(), caller.name(), now());
        KeptAccount kept = new KeptAccount(account, hash(wanted.password(), wanted.name()));
        if (logins.isFirst(wanted.name()) || !accounts.create(kept)) {
            throw Refused.conflict("name", "is somebody's already");
        }
        return new Answer(201, Map.of("Location", "/api/accounts/" + account.name()), ListedAccount.of(account));
    }

    /**
     * The account as it is afterwards, or null where there is none of that name. Whoever was logged in to it is out.
     *
     * @throws Refused where it is the caller's own, who could shut themselves out
     */
    public ListedAccount change(AccountChange change, Parameters parameters, Caller caller) {
        KeptAccount before = find(parameters.text("name"), caller).orElse(null);
        if (before == null) {
            return null;
        }
        Account was = before.account();
        if (was.name().equals(caller.name()) && caller.via() == Caller.Via.SESSION) {
            throw Refused.conflict("name", "is your own: another admin can change it");
        }
        Account now = new Account(
                was.name(),
                change.role() == null ? was.role() : change.role(),
                was.tenant(),
                change.active() == null ? was.active() : change.active(),
                was.createdAt(),
                was.createdBy(),
                now());
        String hash = change.password() == null ? before.hash() : hash(change.password(), was.name());
        if (!accounts.replace(was, new KeptAccount(now, hash))) {
            throw Refused.conflict("name", "has been changed by somebody else just now");
        }
        logins.changed(was.name());
        return ListedAccount.of(now);
    }

    private Optional<KeptAccount> find(String name, Caller caller) {
        return accounts.find(name)
                .filter(kept -> caller.reach() == null
                        || caller.reach().equals(kept.account().tenant()));
    }

    private String hash(String password, String name) {
        passwords.complaint(password, name).ifPresent(complaint -> {
            throw Refused.unprocessable("password", complaint);
        });
        return passwords.hash(password);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
