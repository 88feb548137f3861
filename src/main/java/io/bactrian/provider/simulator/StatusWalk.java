package io.bactrian.provider.simulator;

import io.bactrian.provider.simulator.fault.Reporting;
import io.bactrian.provider.twilio.TwilioAccount;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** Leads each message through its statuses and has its callback told of every one. */
@Component
@WhileSimulated
class StatusWalk {

    private final Reports reports;
    private final TwilioAccount account;
    private final Counters counters;
    private final Later later;
    private final Clock clock;
    private final Duration step;

    StatusWalk(
            Reports reports,
            TwilioAccount account,
            Counters counters,
            Later later,
            SimulatorSettings settings,
            Clock clock) {
        this.reports = reports;
        this.account = account;
        this.counters = counters;
        this.later = later;
        this.clock = clock;
        this.step = settings.step();
    }

    /** Sets a message on its way; a scheduled one rests until its time. The answer is when its caller may be answered. */
    CompletableFuture<Void> begin(BookEntry entry, Reporting reporting) {
        Telling telling = new Telling(reporting, () -> {
            entry.telling(null);
            counters.arrived();
        });
        entry.telling(telling);
        counters.setOut();
        CompletableFuture<Void> reported = new CompletableFuture<>();
        boolean early = reporting.isEarly() && entry.message().status() != Status.SCHEDULED;
        if (!early) {
            reported.complete(null);
        }
        later.in(early ? Duration.ZERO : rest(entry.message()), () -> advance(entry, telling, reported));
        return reported;
    }

    private Duration rest(SimulatedMessage message) {
        return message.status() == Status.SCHEDULED ? Duration.between(clock.instant(), message.sendAt()) : step;
    }

    /** Tells of a message that was canceled, which goes no further. */
    void cancel(BookEntry entry, SimulatedMessage canceled) {
        Telling telling = entry.telling();
        reports.tell(entry, canceled, telling, () -> end(entry, telling));
    }

    /** Nothing more becomes of it, and nobody is told of it any more. */
    void forget(BookEntry entry) {
        Telling telling = entry.telling();
        if (telling != null) {
            telling.stop();
        }
    }

    private void advance(BookEntry entry, Telling telling, CompletableFuture<Void> reported) {
        entry.change(message -> message.next(Simulator.sender(account), clock.instant()))
                .filter(message -> !telling.isStopped())
                .ifPresentOrElse(
                        message -> reports.tell(entry, message, telling, () -> {
                            reported.complete(null);
                            proceed(entry, message, telling, reported);
                        }),
                        () -> end(entry, telling));
    }

    private void proceed(BookEntry entry, SimulatedMessage message, Telling telling, CompletableFuture<Void> reported) {
        if (message.status().isEnd()) {
            end(entry, telling);
        } else {
            later.in(step, () -> advance(entry, telling, reported));
        }
    }

    private void end(BookEntry entry, Telling telling) {
        if (telling.endWalk()) {
            reports.end(entry, telling);
        }
    }
}
