package io.bactrian.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.accounts.Account;
import io.bactrian.accounts.Accounts;
import io.bactrian.accounts.KeptAccount;
import io.bactrian.accounts.Role;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store does with accounts. */
public abstract class AccountsContract {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123456Z");

    private Accounts accounts;

    /** A fresh, empty store. */
    protected abstract Accounts accounts() throws Exception;

    @BeforeEach
    void start() throws Exception {
        accounts = accounts();
    }

    @Test
    void keepsAnAccountOnceAndListsThemByName() {
        KeptAccount grace = kept("grace", Role.ADMIN, "north", true, NOON, "hash 1");
        KeptAccount ada = kept("ada", Role.OPERATOR, "default", true, NOON, "hash 2");
        assertThat(accounts.create(grace)).isTrue();
        assertThat(accounts.create(ada)).isTrue();
        assertThat(accounts.create(kept("ada", Role.ADMIN, "north", true, NOON, "hash 3")))
                .isFalse();
        assertThat(accounts.find("ada")).contains(ada);
        assertThat(accounts.find("eve")).isEmpty();
        assertThat(accounts.all(null)).containsExactly(ada.account(), grace.account());
        assertThat(accounts.all("north")).containsExactly(grace.account());
    }

    @Test
    void changesAnAccountOnlyAsItWasRead() {
        KeptAccount ada = kept("ada", Role.OPERATOR, "default", true, NOON, "hash 1");
        accounts.create(ada);
        KeptAccount off = kept("ada", Role.OPS, "default", false, NOON.plusSeconds(1), "hash 2");
        assertThat(accounts.replace(ada.account(), off)).isTrue();
        assertThat(accounts.find("ada")).contains(off);
        assertThat(accounts.replace(ada.account(), ada))
                .as("somebody else was first")
                .isFalse();
        assertThat(accounts.find("ada")).contains(off);
    }

    private static KeptAccount kept(
            String name, Role role, String tenant, boolean active, Instant changed, String hash) {
        return new KeptAccount(new Account(name, role, tenant, active, NOON, "operator", changed), hash);
    }
}
