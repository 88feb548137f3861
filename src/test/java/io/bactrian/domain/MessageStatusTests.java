package io.bactrian.domain;

import static io.bactrian.domain.MessageStatus.CANCELED;
import static io.bactrian.domain.MessageStatus.DELIVERED;
import static io.bactrian.domain.MessageStatus.FAILED;
import static io.bactrian.domain.MessageStatus.QUEUED;
import static io.bactrian.domain.MessageStatus.SENDING;
import static io.bactrian.domain.MessageStatus.SENT;
import static io.bactrian.domain.MessageStatus.UNDELIVERED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessageStatusTests {

    @Test
    void onlyMovesForward() {
        assertThat(DELIVERED.predecessors()).containsExactly(QUEUED, SENDING, SENT);
        assertThat(SENT.predecessors()).containsExactly(QUEUED, SENDING);
        assertThat(SENDING.canTransitionTo(QUEUED)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aFinalStatusNeverChanges(MessageStatus next) {
        assertThat(DELIVERED.canTransitionTo(next)).isFalse();
        assertThat(UNDELIVERED.canTransitionTo(next)).isFalse();
        assertThat(FAILED.canTransitionTo(next)).isFalse();
        assertThat(CANCELED.canTransitionTo(next)).isFalse();
    }

    @Test
    void onlyWhatStillWaitsCanBeCanceled() {
        assertThat(CANCELED.predecessors()).containsExactly(QUEUED);
    }
}
