package io.bactrian.api;

import io.bactrian.domain.Kind;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Priority;

/**
 * A text that an integrator's route wants sent.
 *
 * @param name what it is for; with the key it makes the message's id
 * @param key what it is about: a second text of the same name and key is never sent
 * @param to a {@link PhoneNumber}, or one in any usual form; or null
 * @param userId a user of the directory, in the place of {@code to}; or null
 * @param from a sender of ours, or null for the provider's default
 */
public record TextOrder(
        String name,
        String key,
        Object to,
        String userId,
        PhoneNumber from,
        String text,
        Kind kind,
        Priority priority,
        String tenant) {

    @Override
    public String toString() {
        return "TextOrder[" + name + "]";
    }
}
