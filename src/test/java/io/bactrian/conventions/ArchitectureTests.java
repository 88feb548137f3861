package io.bactrian.conventions;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What may know what. Each field is a rule, and reads as one. */
@AnalyzeClasses(packages = "io.bactrian", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final String[] FEATURES = {
        "io.bactrian.api..",
        "io.bactrian.audit..",
        "io.bactrian.conversations..",
        "io.bactrian.cost..",
        "io.bactrian.delivery..",
        "io.bactrian.directory..",
        "io.bactrian.doctor..",
        "io.bactrian.edits..",
        "io.bactrian.failure..",
        "io.bactrian.inbound..",
        "io.bactrian.integration..",
        "io.bactrian.keys..",
        "io.bactrian.messages..",
        "io.bactrian.moving..",
        "io.bactrian.optout..",
        "io.bactrian.outbound..",
        "io.bactrian.schedule..",
        "io.bactrian.segments..",
        "io.bactrian.statistics..",
        "io.bactrian.tenants..",
        "io.bactrian.trace..",
        "io.bactrian.trial..",
        "io.bactrian.voice.."
    };

    @ArchTest
    static final ArchRule theDomainKnowsOnlyItself = classes()
            .that()
            .resideInAPackage("io.bactrian.domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "io.bactrian.domain..");

    @ArchTest
    static final ArchRule theCountingOfSegmentsNeedsNothingButTheDomain = classes()
            .that()
            .resideInAPackage("io.bactrian.segments..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "io.bactrian.domain..", "io.bactrian.segments..");

    @ArchTest
    static final ArchRule beansKnowNothingOfCamel = noClasses()
            .that()
            .resideOutsideOfPackages("io.bactrian.camel..", "io.bactrian.component..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel..");

    @ArchTest
    static final ArchRule featuresStandOnPortsAndNotOnAdapters = noClasses()
            .that()
            .resideInAnyPackage(FEATURES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.bactrian.store..", "io.bactrian.provider..", "io.bactrian.component..", "io.bactrian.camel..");

    @ArchTest
    static final ArchRule storesKnowNoProvider = noClasses()
            .that()
            .resideInAnyPackage("io.bactrian.store..", "io.bactrian.component..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.bactrian.provider..");

    @ArchTest
    static final ArchRule providersKnowNoStore = noClasses()
            .that()
            .resideInAPackage("io.bactrian.provider..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.bactrian.store..", "io.bactrian.component..");

    @ArchTest
    static final ArchRule storesDoNotKnowOneAnother =
            slices().matching("io.bactrian.store.(*)..").should().notDependOnEachOther();

    /** The simulator stands in for Twilio, so it speaks Twilio's language; that is the one exception. */
    @ArchTest
    static final ArchRule providersDoNotKnowOneAnother = slices().matching("io.bactrian.provider.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                    Packages.in("io.bactrian.provider.simulator"), Packages.in("io.bactrian.provider.twilio"));

    @ArchTest
    static final ArchRule twilioDoesNotKnowThatItMayBeSimulated = noClasses()
            .that()
            .resideInAPackage("io.bactrian.provider.twilio..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.bactrian.provider.simulator..");

    @ArchTest
    static final ArchRule packagesDependOnOneAnotherInOneDirection =
            slices().matching("io.bactrian.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theRouteCheckReadsFilesAndNothingElse = classes()
            .that()
            .resideInAPackage("io.bactrian.routecheck..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.yaml.snakeyaml..", "io.bactrian.routecheck..");

    @ArchTest
    static final ArchRule namesSayWhatAClassIs =
            noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Impl|Dto|DTO|Processor)(\\$.*)?");

    @ArchTest
    static final ArchRule whatABeanNeedsIsGivenToItsConstructor = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule onlyTheStartupReportAndTheCommandsPrint = noClasses()
            .that()
            .doNotHaveSimpleName("StartupReport")
            .and()
            .doNotHaveFullyQualifiedName("io.bactrian.moving.Screen")
            .and()
            .doNotHaveFullyQualifiedName("io.bactrian.camel.CheckCommand")
            .and()
            .doNotHaveFullyQualifiedName("io.bactrian.doctor.Doctor")
            .should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule timeComesFromTheClock =
            noClasses().that().doNotHaveFullyQualifiedName("io.bactrian.Time").should(WallClock.BE_ASKED_DIRECTLY);

    @ArchTest
    static final ArchRule datesAreInstants = noClasses()
            .that()
            // Java's certificates know no other dates.
            .doNotHaveFullyQualifiedName("io.bactrian.doctor.ShownCertificate")
            .should()
            .dependOnClassesThat(WallClock.OLD_DATES);

    @ArchTest
    static final ArchRule whatHoldsPersonalDataSaysHowItIsPrinted =
            classes().that(PersonalData.IS_HELD).should(PersonalData.NOT_BE_PRINTED_BY_THE_COMPILER);
}
