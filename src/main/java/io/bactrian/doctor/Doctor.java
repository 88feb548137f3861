package io.bactrian.doctor;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.support.SpringFactoriesLoader;

/**
 * {@code --doctor}: what is right and wrong with a set-up, and how to mend it. No route, no web server and no dispatcher
 * runs, nothing is sent, and nothing is changed but a file in the data folder that is gone again.
 */
public final class Doctor {

    private static final String OPTION = "--doctor";
    private static final String AS_JSON = OPTION + "=json";

    private Doctor() {}

    /** Whether that is what the command line asks for. */
    public static boolean isAskedFor(String... args) {
        return Arrays.stream(args).anyMatch(Doctor::asks);
    }

    /**
     * @param application what the gateway is made of
     * @param settings reads them as a gateway with these arguments would
     * @return the exit code: 0 right, 1 wrong, 2 asked wrongly or not found out
     */
    public static int run(
            Class<?> application, Clock clock, Function<String[], ConfigurableEnvironment> settings, String... args) {
        // What is wrong is told in words; the libraries' own would quote what they were given.
        LoggingSystem.get(Doctor.class.getClassLoader()).setLogLevel(null, LogLevel.OFF);
        return run(System.out, application, clock, settings, args);
    }

    static int run(
            PrintStream out,
            Class<?> application,
            Clock clock,
            Function<String[], ConfigurableEnvironment> settings,
            String... args) {
        List<String> asked = Arrays.stream(args).filter(Doctor::asks).toList();
        if (asked.size() != 1 || !List.of(OPTION, AS_JSON).contains(asked.get(0))) {
            out.println("error: give one of " + OPTION + " and " + AS_JSON);
            return 2;
        }
        String[] rest = Arrays.stream(args).filter(arg -> !asks(arg)).toArray(String[]::new);
        Findings findings = findings(application, clock, settings, rest);
        out.print(asked.get(0).equals(AS_JSON) ? findings.json() : findings.text());
        return findings.exitCode();
    }

    private static Findings findings(
            Class<?> application, Clock clock, Function<String[], ConfigurableEnvironment> settings, String... args) {
        Setup setup;
        try {
            setup = new Setup(application, settings.apply(args), clock);
        } catch (RuntimeException e) {
            return new Findings(List.of(Diagnosis.wrong(
                    "application.yaml",
                    "cannot be read (" + e.getClass().getSimpleName() + ")",
                    "Correct it, or take it away: then the defaults hold.")));
        }
        return new Findings(
                SpringFactoriesLoader.loadFactories(Examination.class, Doctor.class.getClassLoader()).stream()
                        .flatMap(examination -> examined(examination, setup))
                        .toList());
    }

    /** One that cannot be made leaves the others; the words of what went wrong may quote anything, so its kind is said. */
    private static Stream<Diagnosis> examined(Examination examination, Setup setup) {
        try {
            return examination.examine(setup).stream();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Stream.of(failed(examination, e));
        } catch (Exception e) {
            return Stream.of(failed(examination, e));
        }
    }

    private static Diagnosis failed(Examination examination, Exception e) {
        return Diagnosis.unchecked(
                examination.part(),
                "could not be examined (" + e.getClass().getSimpleName() + ")",
                "Mend what is wrong above, and ask again.");
    }

    private static boolean asks(String arg) {
        return arg.equals(OPTION) || arg.startsWith(OPTION + "=");
    }
}
