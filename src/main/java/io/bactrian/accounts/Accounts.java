package io.bactrian.accounts;

import java.util.List;
import java.util.Optional;

/** The accounts that there are, each with the BCrypt hash of its password. None is ever deleted. */
public interface Accounts {

    /** More than this are not made: a list of them is one page. */
    int MOST = 500;

    Optional<KeptAccount> find(String name);

    /**
     * By name, at most {@link #MOST}.
     *
     * @param tenant whose; null for everybody's
     */
    List<Account> all(String tenant);

    /** @return whether it is there now; false where its name is taken */
    boolean create(KeptAccount account);

    /** Puts the account in the place of the one of its name, as long as that is still as it was read. */
    boolean replace(Account before, KeptAccount now);
}
