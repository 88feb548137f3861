package io.bactrian.api;

import io.bactrian.statistics.Latency;
import java.time.Instant;
import java.util.List;

/**
 * How it went.
 *
 * @param asOf when it was counted; null where nothing is yet
 * @param hours the last hours of the window
 * @param days the days of the window, of each tenant that was asked about
 * @param webhookToAcknowledgment from when a text came in until the provider took its acknowledgment
 * @param queueToProvider from when a message was queued, or wanted, until the provider took it
 */
public record Analytics(
        Instant since,
        Instant until,
        String timeZone,
        Instant asOf,
        List<TrafficRow> hours,
        List<TrafficRow> days,
        Latency webhookToAcknowledgment,
        Latency queueToProvider) {}
