package io.bactrian.directory;

import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.UserStatus;

/**
 * Somebody who is to be put into the directory.
 *
 * @param name may be null
 */
public record Person(PhoneNumber phoneNumber, String name, UserStatus status) {

    @Override
    public String toString() {
        return "Person[]";
    }
}
