package io.bactrian.web;

import java.util.List;
import java.util.Map;

/**
 * What a caller sent, as far as the contract can say anything about it.
 *
 * @param path without the query
 * @param headers those that the operation declares
 * @param body the text of it, or null where there is none
 */
public record ContractRequest(
        String method, String path, Map<String, List<String>> query, Map<String, String> headers, String body) {

    @Override
    public String toString() {
        return "ContractRequest[" + method + "]";
    }
}
