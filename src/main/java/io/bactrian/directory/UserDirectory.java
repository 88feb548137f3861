package io.bactrian.directory;

import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.User;
import io.bactrian.domain.UserStatus;
import io.bactrian.paging.Page;
import io.bactrian.paging.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The users of the directory, each seen by its own tenant only. */
public interface UserDirectory {

    /**
     * Newest first.
     *
     * @throws io.bactrian.paging.InvalidCursorException where the cursor is none of ours
     */
    Page<User> page(PageRequest wanted);

    Optional<User> find(String tenant, String id);

    /** Those of the ids that are somebody's, in no order. */
    List<User> find(String tenant, Collection<String> ids);

    /**
     * @param name may be null
     * @throws NumberTakenException where the number is somebody's of that tenant already
     */
    User create(String tenant, PhoneNumber phoneNumber, String name, UserStatus status);

    /**
     * @param name null leaves it as it is
     * @param status null leaves it as it is
     * @return the user as it is afterwards, or nothing where there is none of that id
     */
    Optional<User> update(String tenant, String id, String name, UserStatus status);
}
