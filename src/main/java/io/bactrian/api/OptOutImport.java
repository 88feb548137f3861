package io.bactrian.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Many opt-outs at once.
 *
 * @param rows each what {@link NewOptOut} is, as far as it keeps to the contract; read one by one, for some may not
 * @param dryRun true to be told only what would be done
 */
public record OptOutImport(List<JsonNode> rows, boolean dryRun) {

    @Override
    public String toString() {
        return "OptOutImport[]";
    }
}
