package io.bactrian.api;

import io.bactrian.security.Caller;
import java.util.Map;

/**
 * A call of the contract that a page makes for whoever looks at it.
 *
 * @param operation of the contract, {@code list-outgoing} for instance
 * @param parameters by name, wherever the contract has them: path, query or header
 * @param body JSON, or null
 * @param address from where they look
 */
public record InnerCall(String operation, Map<String, String> parameters, String body, Caller caller, String address) {

    @Override
    public String toString() {
        return "InnerCall[" + operation + "]";
    }
}
