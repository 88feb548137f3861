package io.bactrian.api;

import io.bactrian.domain.UserStatus;

/** What is to change about a user; null stays as it is. */
public record UserChange(String name, UserStatus status) {

    @Override
    public String toString() {
        return "UserChange[]";
    }
}
