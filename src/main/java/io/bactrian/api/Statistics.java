package io.bactrian.api;

import io.bactrian.statistics.Backlog;
import java.time.Instant;

/**
 * How it is going at the moment.
 *
 * @param since from when on is counted, UTC
 * @param until up to when
 * @param asOf when it was counted; null where nothing is yet
 * @param traffic what came in and was queued in that time
 * @param backlog what waits now, whenever it was queued
 */
public record Statistics(Instant since, Instant until, Instant asOf, TrafficRow traffic, Backlog backlog) {}
