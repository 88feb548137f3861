package io.bactrian.api;

import io.bactrian.accounts.Account;
import io.bactrian.accounts.Role;
import java.time.Instant;

/**
 * An account as the API shows it.
 *
 * @param id the name by which they log in
 */
public record ListedAccount(
        String id, Role role, String tenant, boolean active, Instant createdAt, String createdBy, Instant changedAt) {

    static ListedAccount of(Account account) {
        return new ListedAccount(
                account.name(),
                account.role(),
                account.tenant(),
                account.active(),
                account.createdAt(),
                account.createdBy(),
                account.changedAt());
    }
}
