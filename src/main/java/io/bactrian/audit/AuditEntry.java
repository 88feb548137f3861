package io.bactrian.audit;

import java.time.Instant;

/**
 * A call that may have changed something. It never holds a phone number or a text.
 *
 * @param id of this entry
 * @param calledAt UTC
 * @param tenant of the caller
 * @param who the caller's name
 * @param via how they proved it: {@code token}, {@code key}, {@code password} or {@code session}
 * @param keyId of the key, or null where they had none
 * @param operation the {@code operationId} of the contract
 * @param target the id of what was made or changed, or null where nothing was, or nobody knows
 * @param reason why, in the caller's words, where the call asks for a reason; or null
 * @param address the IP address of the caller, or null
 * @param httpStatus what was answered; null while the call is under way, and for ever where the gateway was killed in it
 */
public record AuditEntry(
        String id,
        Instant calledAt,
        String tenant,
        String who,
        String via,
        String keyId,
        String operation,
        String target,
        String reason,
        String address,
        Integer httpStatus) {

    /** The entry of the same call when it has ended. */
    public AuditEntry ended(int status, String what, String why) {
        return new AuditEntry(id, calledAt, tenant, who, via, keyId, operation, what, why, address, status);
    }
}
