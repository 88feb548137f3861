package io.bactrian.edits;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A route as it runs, and the version of its file.
 *
 * @param status {@code started} or {@code stopped}
 * @param version of its file, from 1
 * @param since when that version took effect
 * @param by {@code start}, {@code file}, or the name of who called
 * @param pending whether a later edit of its file is refused
 * @param exchanges that have entered it since the start
 * @param failures how many of these ended with a failure
 * @param inFlight how many are in it now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RouteRow(
        String id,
        String file,
        String group,
        String description,
        String status,
        Integer version,
        Instant since,
        String by,
        boolean pending,
        long exchanges,
        long failures,
        long inFlight) {

    static RouteRow of(RouteState state, RouteVersion version, boolean pending) {
        return new RouteRow(
                state.id(),
                state.file(),
                state.group(),
                state.description(),
                state.status(),
                version == null ? null : version.version(),
                version == null ? null : version.since(),
                version == null ? null : version.by(),
                pending,
                state.exchanges(),
                state.failures(),
                state.inFlight());
    }
}
