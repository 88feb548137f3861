package io.bactrian.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.bactrian.accounts.Account;
import io.bactrian.accounts.Accounts;
import io.bactrian.accounts.KeptAccount;
import io.bactrian.accounts.Role;
import io.bactrian.domain.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who may log in with a name and a password, and whose session still stands. The first account is the operator's of the
 * settings, an admin whom nobody can shut out; all others are in the store.
 */
@Component
public class Logins {

    /** How long after a change that another instance made a session may still stand here. */
    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private final Cache<String, Optional<Login>> standing = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(Accounts.MOST)
            .build();
    private final Passwords passwords;
    private final OperatorAccount operator;
    private final Accounts accounts;

    Logins(OperatorAccount operator, Accounts accounts, Passwords passwords) {
        this.passwords = passwords;
        this.operator = operator;
        this.accounts = accounts;
    }

    /**
     * Who is in.
     *
     * @param since the state of the account that they logged in to: when it is another, they are out
     */
    public record Login(Caller caller, Instant since) {}

    /** Whoever name and password belong to, or nothing, which is as long in coming whatever is wrong. */
    public Optional<Login> login(String name, String password) {
        String plain = name.strip();
        if (plain.equals(operator.username())) {
            return operator.accepts(plain, password) ? Optional.of(first()) : Optional.empty();
        }
        Optional<KeptAccount> found = find(plain);
        boolean right = passwords.matches(password, found.map(KeptAccount::hash));
        return found.map(KeptAccount::account)
                .filter(account -> right && account.active())
                .map(Logins::of);
    }

    /** Whether nothing about the account has changed since they logged in. */
    public boolean stands(Login login) {
        String name = login.caller().name();
        return name.equals(operator.username())
                ? login.equals(first())
                : standing.get(name, this::now).filter(login::equals).isPresent();
    }

    /** Whether it is the name of the account of the settings. */
    public boolean isFirst(String name) {
        return name.equalsIgnoreCase(operator.username());
    }

    /** Forgets what was remembered, after a change. */
    public void changed(String name) {
        standing.invalidate(name);
    }

    private Optional<Login> now(String name) {
        return find(name).map(KeptAccount::account).filter(Account::active).map(Logins::of);
    }

    private Optional<KeptAccount> find(String name) {
        return accounts.find(name.toLowerCase(Locale.ROOT));
    }

    private Login first() {
        Caller caller = new Caller(operator.username(), Role.ADMIN.scopes(), Tenant.DEFAULT, Caller.Via.SESSION, null);
        return new Login(caller, Instant.EPOCH);
    }

    private static Login of(Account account) {
        Caller caller = new Caller(account.name(), account.role().scopes(), account.tenant(), Caller.Via.SESSION, null);
        return new Login(caller, account.changedAt());
    }
}
