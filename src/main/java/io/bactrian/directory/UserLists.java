package io.bactrian.directory;

import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.User;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Many users of the directory at once. */
public interface UserLists {

    /** The first whose name begins with the text, by name; and whose id the text is. */
    List<User> search(String tenant, String text, int limit);

    /** Whose these numbers are, in no order. */
    List<User> of(String tenant, Collection<PhoneNumber> numbers);

    /** Those of the numbers that are somebody's already. */
    Set<PhoneNumber> known(String tenant, Collection<PhoneNumber> numbers);

    /** Puts those into the directory whose numbers are nobody's yet; the others stay as they are. */
    void create(String tenant, List<Person> people);
}
