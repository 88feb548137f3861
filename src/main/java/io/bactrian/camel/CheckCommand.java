package io.bactrian.camel;

import io.bactrian.GatewaySettings;
import io.bactrian.camel.live.SpringBeans;
import io.bactrian.routecheck.Finding;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;

/** {@code --check-routes}: what is wrong with the routes folder, without a store, a port or a running gateway. */
public final class CheckCommand {

    private static final String OPTION = "--check-routes";

    private CheckCommand() {}

    /** Whether that is what the command line asks for. */
    public static boolean isAskedFor(String... args) {
        return Arrays.stream(args).anyMatch(arg -> arg.equals(OPTION) || arg.startsWith(OPTION + "="));
    }

    /**
     * @param application what the gateway is made of
     * @return the exit code: 0 where an edit would take every file, 1 where not
     */
    public static int run(Class<?> application, String... args) {
        List<Finding> findings = findings(application, args);
        findings.forEach(finding -> System.out.println("routes/" + finding + (finding.breaks() ? "" : " (advice)")));
        long broken = findings.stream().filter(Finding::breaks).count();
        System.out.println(broken == 0 ? "The routes are sound." : broken + " to correct before the routes can run.");
        return broken == 0 ? 0 : 1;
    }

    static List<Finding> findings(Class<?> application, String... args) {
        ConfigurableEnvironment settings = SpringBeans.settings(Arrays.stream(args)
                .map(arg ->
                        arg.startsWith(OPTION + "=") ? "--sms.routes-dir=" + arg.substring(OPTION.length() + 1) : arg)
                .toArray(String[]::new));
        return findings(application, settings);
    }

    static List<Finding> findings(Class<?> application, ConfigurableEnvironment settings) {
        GatewaySettings gateway =
                Binder.get(settings).bind("sms", GatewaySettings.class).get();
        return RouteChecks.of(gateway, settings::getProperty, SpringBeans.unmade(application, settings))
                .folder();
    }
}
