package io.bactrian.conventions;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.bactrian.domain.PhoneNumber;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import org.junit.jupiter.api.Test;

/** The rules that ArchUnit does not bring along refuse what they are there to refuse. */
class ConditionsTests {

    private final ArchRule clock = noClasses().should(WallClock.BE_ASKED_DIRECTLY);
    private final ArchRule printing =
            classes().that(PersonalData.IS_HELD).should(PersonalData.NOT_BE_PRINTED_BY_THE_COMPILER);

    @Test
    void refuseAWayPastTheClock() {
        assertThat(breaks(clock, AsksInstant.class)).isTrue();
        assertThat(breaks(clock, AsksDate.class)).isTrue();
        assertThat(breaks(clock, AsksSystem.class)).isTrue();
        assertThat(breaks(clock, MakesAClock.class)).isTrue();
        assertThat(breaks(clock, AsksItsClock.class)).isFalse();
    }

    @Test
    void refuseDatesOfOld() {
        assertThat(breaks(noClasses().should().dependOnClassesThat(WallClock.OLD_DATES), KeepsADate.class))
                .isTrue();
    }

    @Test
    void refuseARecordThatPrintsPersonalData() {
        assertThat(breaks(printing, PrintsNumber.class)).isTrue();
        assertThat(breaks(printing, PrintsText.class)).isTrue();
        assertThat(breaks(printing, PrintsItself.class)).isFalse();
    }

    private static boolean breaks(ArchRule rule, Class<?> type) {
        return rule.allowEmptyShould(true)
                .evaluate(new ClassFileImporter().importClasses(type))
                .hasViolation();
    }

    private record AsksInstant() {
        Instant ask() {
            return Instant.now();
        }
    }

    private record AsksDate() {
        LocalDate ask() {
            return LocalDate.now(ZoneOffset.UTC);
        }
    }

    private record AsksSystem() {
        long ask() {
            return System.currentTimeMillis();
        }
    }

    private record MakesAClock() {
        Clock make() {
            return Clock.systemUTC();
        }
    }

    private record AsksItsClock(Clock clock) {
        LocalDate ask() {
            return LocalDate.now(clock);
        }
    }

    private record KeepsADate(Date date) {}

    private record PrintsNumber(PhoneNumber recipient) {}

    private record PrintsText(String messageContent) {}

    private record PrintsItself(PhoneNumber recipient, String messageContent) {
        @Override
        public String toString() {
            return "PrintsItself";
        }
    }
}
