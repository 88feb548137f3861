package io.bactrian.spool;

import io.bactrian.domain.AttemptOutcome;
import io.bactrian.domain.DeliveryReport;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.Notice;
import io.bactrian.failure.DeadLetter;

/**
 * A piece of work that waits on disk.
 *
 * @param kind what the job is, which decides the flow that takes it up
 * @param job the record itself; where it cannot be read, the text that stands on the disk
 * @param millis when it was kept
 * @param segment the file that it stands in
 */
public record SpooledWork(DeadLetter.Kind kind, Object job, long millis, Segment segment) {

    /** Work of the same key is taken up in the order in which it came. */
    Object key() {
        if (job instanceof IncomingMessage message) {
            return message.phoneNumber();
        }
        if (job instanceof Notice notice) {
            return notice.order();
        }
        if (job instanceof DeliveryReport report) {
            return report.messageId();
        }
        return job instanceof AttemptOutcome outcome ? outcome.id() : this;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return "SpooledWork[" + kind + "]";
    }
}
