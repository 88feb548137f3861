package io.bactrian.edits;

/**
 * A route as it runs now.
 *
 * @param file below the routes folder, with slashes
 * @param status {@code started} or {@code stopped}
 * @param exchanges that have entered it since it was loaded, whatever the version
 * @param failures how many of these ended with a failure
 * @param inFlight how many are in it now
 */
public record RouteState(
        String id,
        String file,
        String group,
        String description,
        String status,
        long exchanges,
        long failures,
        long inFlight) {}
