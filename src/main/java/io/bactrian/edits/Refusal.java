package io.bactrian.edits;

import io.bactrian.routecheck.Finding;
import java.time.Instant;
import java.util.List;

/**
 * An edit that is not taken: what ran before runs on.
 *
 * @param file below the routes folder, with slashes
 * @param findings why, each with file, line and what to do
 * @param since when it was refused
 */
public record Refusal(String file, List<Finding> findings, Instant since) {}
