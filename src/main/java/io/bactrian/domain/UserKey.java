package io.bactrian.domain;

/**
 * What tells one user from all others: a number is one person to a tenant, and may be another tenant's user as well.
 *
 * @param tenant in whose directory
 */
public record UserKey(String tenant, PhoneNumber phoneNumber) {

    /** Both in one text, the whole number included. No tenant's name holds the sign between them. */
    public String value() {
        return tenant + "~" + phoneNumber.value();
    }

    @Override
    public String toString() {
        return "UserKey[" + tenant + ", " + phoneNumber + "]";
    }
}
