/** Calls that carry an {@code Idempotency-Key}: a repeat is not done again, but gets the first answer. */
package io.bactrian.idempotency;
