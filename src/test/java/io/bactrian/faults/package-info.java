/**
 * Gateways that are killed, cut off from their store and misled by their provider, and then held to account:
 * {@link io.bactrian.faults.World} is what runs, {@link io.bactrian.faults.Traffic} what people want of it, {@link
 * io.bactrian.faults.Mischief} what goes wrong, {@link io.bactrian.faults.Verdict} what became of every message.
 */
package io.bactrian.faults;
