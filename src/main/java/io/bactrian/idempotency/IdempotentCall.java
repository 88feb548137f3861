package io.bactrian.idempotency;

import java.time.Instant;

/**
 * A call that must not be done twice.
 *
 * @param id the hash of who calls and of their key
 * @param request the keyed hash of what they ask for
 * @param newId the id for what the call makes, where this is the first one
 * @param now UTC
 * @param leaseUntil when whoever does it counts as dead, if there is no answer yet, UTC
 * @param expiresAt when the key is forgotten, UTC
 */
public record IdempotentCall(
        String id, String request, String newId, Instant now, Instant leaseUntil, Instant expiresAt) {

    @Override
    public String toString() {
        return "IdempotentCall[]";
    }
}
