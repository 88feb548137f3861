package io.bactrian.api;

import io.bactrian.accounts.Role;

/** What is to change about an account; null stays as it is. */
public record AccountChange(Role role, Boolean active, String password) {

    @Override
    public String toString() {
        return "AccountChange[]";
    }
}
