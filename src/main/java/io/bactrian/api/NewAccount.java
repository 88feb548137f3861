package io.bactrian.api;

import io.bactrian.accounts.Role;

/**
 * An account that is wanted, as the contract lets it in.
 *
 * @param tenant whose data they are to see, or null for the caller's own
 */
public record NewAccount(String name, Role role, String tenant, String password) {

    @Override
    public String toString() {
        return "NewAccount[" + name + "]";
    }
}
