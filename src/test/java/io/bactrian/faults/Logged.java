package io.bactrian.faults;

import java.util.Map;
import java.util.Set;

/**
 * Our log, as the store has it.
 *
 * @param incoming the MessageSids
 * @param outgoing by our id
 */
record Logged(Set<String> incoming, Map<String, Outgoing> outgoing) {

    /**
     * @param providerMessageId or null
     * @param errorCode or null
     */
    record Outgoing(String status, String providerMessageId, String errorCode) {}
}
