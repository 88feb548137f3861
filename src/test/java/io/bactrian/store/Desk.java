package io.bactrian.store;

import io.bactrian.batches.BatchList;
import io.bactrian.batches.Batches;
import io.bactrian.conversations.CannedReplies;
import io.bactrian.conversations.Conversations;
import io.bactrian.directory.Groups;
import io.bactrian.directory.UserDirectory;
import io.bactrian.directory.UserLists;
import io.bactrian.messages.MessageLog;
import io.bactrian.statistics.Backlogs;
import io.bactrian.statistics.Latencies;
import io.bactrian.statistics.TrafficCounter;
import io.bactrian.statistics.TrafficCounts;

/** What a store answers to those at the desk. */
public record Desk(
        TrafficCounts traffic,
        Latencies latencies,
        Backlogs backlogs,
        TrafficCounter counter,
        Conversations conversations,
        CannedReplies replies,
        UserDirectory users,
        UserLists lists,
        MessageLog log,
        Groups groups,
        Batches batches,
        BatchList batchList) {}
