package io.bactrian.accounts;

/** @param hash of the password, BCrypt */
public record KeptAccount(Account account, String hash) {

    @Override
    public String toString() {
        return "KeptAccount[" + account.name() + "]";
    }
}
