package io.bactrian.directory;

import java.util.List;
import java.util.Optional;

/** The groups of each tenant, and who is in them. */
public interface Groups {

    /** A tenant has no more. */
    int MOST = 500;

    /** A group has no more, so that one batch reaches all of it. */
    int MOST_MEMBERS = 1_000;

    /** By name. */
    List<Group> all(String tenant);

    /** Those that a user is in, by name. */
    List<Group> of(String tenant, String userId);

    Optional<Group> find(String tenant, String id);

    /** @throws GroupNameTakenException where another one has its name */
    void create(String tenant, Group group);

    /**
     * Gives it another name; its members stay.
     *
     * @return false where there is none of its id
     * @throws GroupNameTakenException where another one has its name
     */
    boolean rename(String tenant, Group group);

    /** @return false where there is none of that id */
    boolean delete(String tenant, String id);

    /** The ids of the users who are in it, in the order of texts; none where there is no such group. */
    List<String> members(String tenant, String id);

    /** Whoever is in it already stays. The group and the user have to be the tenant's. */
    void add(String tenant, String id, String userId);

    /** Whoever is not in it stays out. */
    void remove(String tenant, String id, String userId);
}
