package io.bactrian.keys;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A key that has just been made, for the one time that it is shown.
 *
 * @param key the key itself
 */
public record IssuedKey(String key, @JsonUnwrapped ApiKey details) {

    @Override
    public String toString() {
        return "IssuedKey[" + details.id() + "]";
    }
}
