package io.bactrian.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.domain.Channel;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.trace.Episode;
import io.bactrian.trace.TraceStep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What is made of two plays of a text, with plays that are made up. */
class ShadowTests {

    private static final ShadowOrder ORDER = new ShadowOrder(new Candidate("x"), Duration.ofMinutes(1), 1000, "tester");
    private static final TrialResult ANSWERS = result("true", null, effect("port:queue-outgoing", 1));
    private static final TrialResult IS_SILENT = result("false", null);

    private final AtomicInteger opened = new AtomicInteger();
    private boolean outdated;
    private boolean cutsOff;
    private boolean refuses;

    @Test
    void countsTextsForWhichBothDoTheSame() {
        ShadowReport report = compare(text -> ANSWERS, 3);
        assertThat(report.compared()).isEqualTo(3);
        assertThat(report.same()).isEqualTo(3);
        assertThat(report.differences()).isEmpty();
    }

    @Test
    void gathersTextsThatDifferInTheSameWay() {
        ShadowReport report = compare(text -> text.endsWith("1") ? ANSWERS : IS_SILENT, 8);
        assertThat(report.same()).isEqualTo(1);
        Difference difference = report.differences().get(0);
        assertThat(report.differences()).hasSize(1);
        assertThat(difference.what()).isEqualTo("effects");
        assertThat(difference.messages()).isEqualTo(7);
        assertThat(difference.examples()).containsExactly("SM0", "SM2", "SM3", "SM4", "SM5");
        assertThat(difference.live().step().outcome()).isEqualTo("true");
        assertThat(difference.candidate().step().outcome()).isEqualTo("false");
        assertThat(difference.live().effects()).extracting(Effect::on).containsExactly("port:queue-outgoing");
        assertThat(difference.candidate().effects()).isEmpty();
    }

    @Test
    void tellsContentsApartThatMaskedLookTheSame() {
        ShadowReport report = compare(text -> result("true", null, effect("port:queue-outgoing", 2)), 1);
        assertThat(report.differences()).extracting(Difference::what).containsExactly("effects");
    }

    @Test
    void tellsOfACandidateThatFailsAndOfOneThatGoesAnotherWayToTheSame() {
        assertThat(compare(text -> result("true", "IllegalStateException"), 1).differences())
                .extracting(Difference::what)
                .containsExactly("failure");
        assertThat(compare(text -> result("false", null, effect("port:queue-outgoing", 1)), 1)
                        .differences())
                .extracting(Difference::what)
                .containsExactly("path");
    }

    @Test
    void comparesOnlyWhereThePlayOfTheLiveFlowsWentAsTheyReallyDid() {
        Shadow shadow = shadow(text -> IS_SILENT);
        shadow.accept(text("SM1", "false"));
        assertThat(shadow.next()).isNull();
        assertThat(shadow.report().unlike()).isEqualTo(1);
        assertThat(shadow.report().compared()).isZero();
    }

    @Test
    void neverWaitsAndDropsWhatComesFasterThanItIsPlayed() {
        Shadow shadow = shadow(text -> ANSWERS);
        for (int i = 0; i < 10_000; i++) {
            shadow.accept(text("SM" + i, "true"));
        }
        assertThat(shadow.report().dropped()).isEqualTo(9_800);
    }

    @Test
    void givesACandidateUpThatDoesNotEnd() {
        cutsOff = true;
        Shadow shadow = shadow(text -> result("true", "used up"));
        String over = null;
        for (int i = 0; over == null && i < 10; i++) {
            shadow.accept(text("SM" + i, "true"));
            over = shadow.next();
        }
        assertThat(over).contains("did not end in time");
        assertThat(shadow.report().compared()).isEqualTo(3);
    }

    @Test
    void playsWhatRunsAfterAnEditAndEndsWhereTheCandidateDoesNotFitAnyMore() {
        Shadow shadow = shadow(text -> ANSWERS);
        int before = opened.get();
        outdated = true;
        shadow.accept(text("SM1", "true"));
        assertThat(shadow.next()).isNull();
        assertThat(opened.get()).isEqualTo(before + 2);
        refuses = true;
        shadow.accept(text("SM2", "true"));
        assertThat(shadow.next()).contains("does not fit");
    }

    @Test
    void endsWhenEnoughWereCompared() {
        ShadowOrder two = new ShadowOrder(new Candidate("x"), Duration.ofMinutes(1), 2, "tester");
        Shadow shadow = new Shadow("one", two, Instant.EPOCH, new Pair(stage(text -> ANSWERS), two.candidate()));
        shadow.accept(text("SM1", "true"));
        shadow.accept(text("SM2", "true"));
        assertThat(shadow.next()).isNull();
        assertThat(shadow.next()).contains("as many");
        shadow.end(Instant.EPOCH, "over");
        assertThat(shadow.report().state()).isEqualTo("ended");
    }

    private ShadowReport compare(Function<String, TrialResult> candidate, int texts) {
        Shadow shadow = shadow(candidate);
        for (int i = 0; i < texts; i++) {
            shadow.accept(text("SM" + i, "true"));
            assertThat(shadow.next()).isNull();
        }
        return shadow.report();
    }

    private Shadow shadow(Function<String, TrialResult> candidate) {
        return new Shadow("one", ORDER, Instant.EPOCH, new Pair(stage(candidate), ORDER.candidate()));
    }

    private Stage stage(Function<String, TrialResult> candidate) {
        return new Stage() {
            @Override
            public TrialResult play(Sample sample, Candidate tried) {
                return open(tried).play(sample);
            }

            @Override
            public Rehearsal open(Candidate tried) {
                if (refuses) {
                    throw new TrialRefused(List.of("x:1: no"));
                }
                opened.incrementAndGet();
                return new MadeUp(tried == null ? text -> ANSWERS : candidate, tried != null);
            }
        };
    }

    private final class MadeUp implements Rehearsal {

        private final Function<String, TrialResult> plays;
        private final boolean isCandidate;
        private boolean played;

        MadeUp(Function<String, TrialResult> plays, boolean isCandidate) {
            this.plays = plays;
            this.isCandidate = isCandidate;
        }

        @Override
        public String candidate() {
            return isCandidate ? "inbound/x.camel.yaml" : null;
        }

        @Override
        public TrialResult play(Sample sample) {
            played = true;
            return plays.apply(sample.message().messageSid());
        }

        @Override
        public boolean wasCutOff() {
            return cutsOff && isCandidate && played;
        }

        @Override
        public boolean isOutdated() {
            return outdated;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    private static LiveText text(String sid, String outcome) {
        IncomingMessage message = new IncomingMessage(
                sid,
                PhoneNumber.of("+15005550109"),
                null,
                "hello",
                List.of(),
                false,
                false,
                null,
                Instant.EPOCH,
                "default",
                "simulator",
                Channel.SMS,
                null);
        return new LiveText(
                message,
                null,
                false,
                null,
                () -> new Episode("1", sid, Instant.EPOCH, "receive-from-twilio", "x", steps(outcome)));
    }

    private static TrialResult result(String outcome, String failure, Effect... effects) {
        return new TrialResult(null, steps(outcome), List.of(effects), failure == null ? "" : null, failure);
    }

    private static List<TraceStep> steps(String outcome) {
        return List.of(
                new TraceStep("receive-message", "find-sender", "to", "direct:find-user", null, null, null),
                new TraceStep("receive-message", "answers", "filter", "guard.allow", null, outcome, null));
    }

    private static Effect effect(String on, int content) {
        return new Effect(2, on, "a text of 5", content);
    }
}
