package io.bactrian.provider.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class FaultsTests {

    private static final String TO = "+15005550101";
    private static final FaultPlan BAD_DAY = new FaultPlan(
            7L,
            new CreateFaults(
                    0.1,
                    null,
                    0.1,
                    null,
                    0,
                    0,
                    0.1,
                    0.1,
                    0,
                    0,
                    null,
                    0.1,
                    0,
                    0,
                    0.5,
                    Duration.ofMillis(1),
                    Duration.ofMillis(100)),
            new ReadFaults(0.5, 0, 0, null, null, null),
            null,
            new DeliveryFaults(0.2, List.of(30003, 30005)),
            new CallbackFaults(0.2, 0.2, 0.2, null, Duration.ofSeconds(5), 0.2, 0.1, 0.1));

    @Test
    void decidesTheSameBySeedAndNumberWhateverElseIsAsked() {
        List<String> quiet = fates(new Faults(BAD_DAY), () -> {});
        Faults other = new Faults(BAD_DAY);

        assertThat(fates(other, () -> {
                    other.list();
                    other.fetch();
                }))
                .isEqualTo(quiet);
        assertThat(fates(new Faults(BAD_DAY.with(8)), () -> {})).isNotEqualTo(quiet);
    }

    @Test
    void beginsAnewWithEachPlan() {
        Faults faults = new Faults(BAD_DAY);
        List<String> first = fates(faults, () -> {});

        faults.play(BAD_DAY);

        assertThat(fates(faults, () -> {})).isEqualTo(first);
    }

    /** The seed is fixed, so the counts are: this checks the arithmetic of the shares, not luck. */
    @Test
    void letsEachFaultHaveItsShare() {
        Faults faults = new Faults(BAD_DAY);
        Map<Fault, Long> counts = IntStream.range(0, 10_000)
                .mapToObj(i -> faults.create(TO, "hello", null).fault())
                .collect(Collectors.groupingBy(fault -> fault, Collectors.counting()));

        assertThat(counts.keySet())
                .containsExactlyInAnyOrder(
                        Fault.NONE, Fault.REFUSE, Fault.BUSY, Fault.FAIL_BEFORE, Fault.FAIL_AFTER, Fault.CUT_BEFORE);
        assertThat(counts.get(Fault.NONE)).isBetween(4_800L, 5_200L);
        assertThat(counts.get(Fault.CUT_BEFORE)).isBetween(900L, 1_100L);
    }

    @Test
    void doesNothingWithoutAPlan() {
        Faults faults = new Faults(FaultPlan.polite());

        assertThat(faults.create(TO, "hello", null)).isSameAs(CreateFate.POLITE);
        assertThat(faults.list()).isSameAs(ReadFate.POLITE);
        assertThat(faults.plan().seed()).isBetween(0L, 999_999L);
    }

    @ParameterizedTest
    @CsvSource({
        "+15005550201,,BUSY,false,false",
        "+15005550207,,HANG_AFTER,false,false",
        "+15005550210,,CUT_MIDWAY,false,false",
        "+15005550211,,NONE,true,false",
        "+15005550225,,NONE,false,true",
        "+15005550212,,NONE,false,false",
        "+15005550301,,NONE,false,false",
        "+15005550101,SIMULATE cut-before,CUT_BEFORE,false,false",
        "+15005550101,SIMULATE slow,NONE,true,false",
        "+15005550101,SIMULATE early,NONE,false,true",
        "+15005550101,SIMULATE 30003,NONE,false,false",
        "+15005550101,simulate busy,NONE,false,false"
    })
    void playsWhatANumberOrATextAsksForAndNothingElse(
            String to, String text, Fault fault, boolean slow, boolean early) {
        CreateFate fate = new Faults(FaultPlan.polite()).create(to, text, null);

        assertThat(fate.fault()).isEqualTo(fault);
        assertThat(fate.isSlow()).isEqualTo(slow);
        assertThat(fate.reporting().isEarly()).isEqualTo(early);
        assertThat(fate.ending()).isNull();
    }

    @Test
    void endsAMessageAsItsNumberSays() {
        assertThat(new Faults(FaultPlan.polite())
                        .create("+15005550231", "hello", null)
                        .ending())
                .isEqualTo("30003");
    }

    @Test
    void readsThePlanOfTheSettings() {
        new ApplicationContextRunner()
                .withUserConfiguration(Settings.class)
                .withSystemProperties(
                        "sms.simulator.faults.create.fail-after=0.25",
                        "sms.simulator.faults.create.codes=21610,21614",
                        "sms.simulator.faults.list.lag=3s",
                        "sms.simulator.faults.callbacks.twice=0.5")
                .run(context -> {
                    FaultPlan plan = context.getBean(FaultPlan.class);
                    assertThat(plan.create().failAfter()).isEqualTo(0.25);
                    assertThat(plan.create().codes()).containsExactly(21610, 21614);
                    assertThat(plan.list().lag()).isEqualTo(Duration.ofSeconds(3));
                    assertThat(plan.callbacks().twice()).isEqualTo(0.5);
                    assertThat(plan.isPolite()).isFalse();
                });
    }

    @Test
    void refusesSettingsThatCannotBe() {
        new ApplicationContextRunner()
                .withUserConfiguration(Settings.class)
                .withPropertyValues("sms.simulator.faults.create.fail-after=1.5")
                .run(context ->
                        assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("create.failAfter"));
    }

    private static List<String> fates(Faults faults, Runnable between) {
        return IntStream.range(0, 200)
                .mapToObj(i -> {
                    between.run();
                    CreateFate fate = faults.create(TO, "hello", null);
                    return fate.fault() + " " + fate.delay() + " " + fate.ending() + " "
                            + fate.reporting().isReverse()
                            + fate.reporting().ofReport(0)
                            + fate.reporting().ofReport(1)
                            + fate.reporting().delay(0);
                })
                .toList();
    }

    @EnableConfigurationProperties(FaultPlan.class)
    static class Settings {}
}
