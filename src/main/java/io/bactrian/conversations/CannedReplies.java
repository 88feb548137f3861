package io.bactrian.conversations;

import java.util.List;

/** The texts that a tenant's operators answer with. */
public interface CannedReplies {

    /** A tenant has no more. */
    int MOST = 500;

    /** By name. */
    List<CannedReply> all(String tenant);

    /** @throws NameTakenException where another one has its name */
    void create(String tenant, CannedReply reply);

    /**
     * @return false where there is none of its id
     * @throws NameTakenException where another one has its name
     */
    boolean update(String tenant, CannedReply reply);

    /** @return false where there is none of that id */
    boolean delete(String tenant, String id);
}
