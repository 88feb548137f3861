package io.bactrian.store.benchmark;

import io.bactrian.domain.Kind;
import io.bactrian.domain.MessageStatus;
import io.bactrian.messages.MessageQuery;
import io.bactrian.paging.PageRequest;
import java.time.Instant;

/** Each thing that the gateway asks of its store, many times, and how long it took. */
public final class Questions {

    private static final int CLAIM = 64;

    private final Stopwatch often;
    private final Stopwatch claims;
    private final Stopwatch some;

    private Questions(Stopwatch often, Stopwatch claims, Stopwatch some) {
        this.often = often;
        this.claims = claims;
        this.some = some;
    }

    /** Of a store whose every answer takes milliseconds. */
    public static Questions often() {
        return new Questions(new Stopwatch(500, 2_000), new Stopwatch(20, 250), new Stopwatch(30, 300));
    }

    /** Of one whose queries take seconds. */
    public static Questions seldom() {
        return new Questions(new Stopwatch(100, 500), new Stopwatch(1, 9), new Stopwatch(1, 5));
    }

    public void askAll(Day day) throws Exception {
        System.out.println("| call | median ms | p99 ms | worst ms |\n| --- | --- | --- | --- |");
        messagePath(day);
        questions(day);
        filters(day);
    }

    private void messagePath(Day day) throws Exception {
        often.measure("find-user", day::findUser);
        often.measure("log-incoming", day::logIncoming);
        often.measure("queue-outgoing, one", day::queueOutgoing);
        new Stopwatch(2, 20).measure("queue-outgoing, a list of 1,000", day::queueAThousand);
        claims.measure("claim-due, 64 of them", () -> day.claimDue(CLAIM));
        often.measure("update-outgoing", day::updateOutgoing);
        often.measure("apply-delivery-report", day::applyDeliveryReport);
        some.measure("claim-unsettled, nothing to settle", day::claimUnsettled);
        often.measure("find-receipts", day::findReceipts);
        often.measure("find-opt-outs", day::findOptOuts);
        often.measure("record-opt-out", day::recordOptOut);
    }

    private void questions(Day day) throws Exception {
        Instant since = Instant.parse("2026-01-02T00:00:00Z");
        String deepIn = day.deepCursor(true);
        String deepOut = day.deepCursor(false);
        some.measure("status of one message", day::status);
        some.measure("users, first page", () -> day.users("default"));
        some.measure("users, of a tenant without any", () -> day.users("small"));
        some.measure("incoming, first page", () -> day.incoming(query("default", null, null, null, null, null)));
        some.measure("incoming, deep page", () -> day.incoming(query("default", deepIn, null, null, null, null)));
        some.measure("incoming, of a small tenant", () -> day.incoming(query("small", null, null, null, null, null)));
        some.measure("outgoing, first page", () -> day.outgoing(query("default", null, null, null, null, null)));
        some.measure("outgoing, deep page", () -> day.outgoing(query("default", deepOut, null, null, null, null)));
        some.measure(
                "outgoing, failed ones",
                () -> day.outgoing(query("default", null, MessageStatus.FAILED, null, null, null)));
        some.measure(
                "outgoing, undelivered ones, there are none",
                () -> day.outgoing(query("default", null, MessageStatus.UNDELIVERED, null, null, null)));
        some.measure("outgoing, alerts", () -> day.outgoing(query("default", null, null, Kind.ALERT, null, null)));
        some.measure(
                "outgoing, of one old hour",
                () -> day.outgoing(query("default", null, null, null, since, since.plusSeconds(3_600))));
        some.measure(
                "outgoing, failed ones of one old hour",
                () -> day.outgoing(
                        query("default", null, MessageStatus.FAILED, null, since, since.plusSeconds(3_600))));
    }

    private void filters(Day day) throws Exception {
        day.beginBatches();
        some.measure("outgoing, of one person", () -> day.outgoing(true, null, false));
        some.measure("incoming, of one person", day::incomingOfSomebody);
        some.measure("outgoing, of one batch", () -> day.outgoing(false, null, true));
        some.measure("outgoing, with a text that all have", () -> day.outgoing(false, "RECOGNIZED", false));
        some.measure("outgoing, with a text that none has", () -> day.outgoing(false, "needle", false));
        some.measure("status of a batch of 1,000", day::batch);
        new Stopwatch(2, 20).measure("pause and resume a batch of 1,000, nothing queued", day::pauseAndResume);
    }

    private static MessageQuery query(
            String tenant, String cursor, MessageStatus status, Kind kind, Instant since, Instant until) {
        return new MessageQuery(new PageRequest(tenant, cursor, 20), status, kind, null, since, until);
    }
}
