package io.bactrian.api;

import io.bactrian.domain.UserStatus;

/** A user to be put into the directory, as the contract lets it in; all but the number may be null. */
public record NewUser(String phoneNumber, String name, UserStatus status) {

    @Override
    public String toString() {
        return "NewUser[]";
    }
}
