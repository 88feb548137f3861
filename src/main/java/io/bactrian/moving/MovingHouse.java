package io.bactrian.moving;

import io.bactrian.GatewaySettings;
import io.bactrian.domain.SettingRefused;
import io.bactrian.domain.StoreException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Map;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/**
 * {@code --export=FILE} and {@code --import=FILE}: the store alone, without the routes, the web server and the
 * dispatcher, so that nothing is received or sent meanwhile. It is no component, so the gateway itself never finds it.
 */
@ComponentScan("io.bactrian.store")
@EnableConfigurationProperties(GatewaySettings.class)
@ImportAutoConfiguration({
    ValidationAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class
})
public final class MovingHouse {

    /** Only what is asked for is made, and only what is wrong with a setting is logged. */
    private static final Map<String, Object> QUIET = Map.of(
            "spring.main.lazy-initialization", "true",
            "spring.main.log-startup-info", "false",
            "logging.level.root", "off",
            "logging.level.org.springframework.boot.diagnostics", "error");

    private MovingHouse() {}

    /** Whether that is what the command line asks for. */
    public static boolean isAskedFor(String... args) {
        return MovingRequest.isMadeBy(args);
    }

    /** @return the exit code: 0 done, 1 stopped on the way, 2 asked wrongly, 3 file and store differ */
    public static int run(String... args) {
        return run(Screen.ofTheProcess(), args);
    }

    static int run(Screen screen, String... args) {
        try {
            MovingRequest request = MovingRequest.of(args);
            try (ConfigurableApplicationContext context = store(request)) {
                move(request, context.getBean(HouseContents.class), screen);
            }
            return ExitCode.DONE;
        } catch (MoveFailed e) {
            screen.say("error: " + e.getMessage());
            return e.exitCode();
        } catch (IOException | RuntimeException e) {
            screen.say("error: " + reason(e));
            return ExitCode.FAILED;
        }
    }

    static ConfigurableApplicationContext store(MovingRequest request) {
        return new SpringApplicationBuilder(MovingHouse.class)
                .web(WebApplicationType.NONE)
                .properties(QUIET)
                .run(request.settings().toArray(String[]::new));
    }

    private static void move(MovingRequest request, HouseContents house, Screen screen) throws IOException {
        if (request.out()) {
            new Export(house, request.file(), screen).run();
        } else {
            new Import(house, request.file(), screen).run();
        }
        screen.say("dead letters are files: copy the folder dead-letters of the data folder yourself");
    }

    /** What is wrong with a setting is found at once, and told by Spring Boot's own report. */
    @Bean
    static LazyInitializationExcludeFilter settingsFirst() {
        return LazyInitializationExcludeFilter.forBeanTypes(GatewaySettings.class);
    }

    /** The words of a database may quote what it was given, so of all that is not ours only the kind is said. */
    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof SettingRefused) {
            return root.getMessage();
        }
        if (failure instanceof StoreException) {
            return failure.getMessage();
        }
        if (failure instanceof FileSystemException) {
            return failure.getClass().getSimpleName() + " " + failure.getMessage();
        }
        return "the store cannot be opened (" + root.getClass().getSimpleName()
                + "). The embedded one can be opened only while no gateway runs on the data folder; PostgreSQL needs"
                + " DATABASE_URL, DATABASE_USERNAME and DATABASE_PASSWORD";
    }
}
