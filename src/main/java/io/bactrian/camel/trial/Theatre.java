package io.bactrian.camel.trial;

import io.bactrian.failure.Cause;
import io.bactrian.routecheck.RouteFile;
import io.bactrian.trial.TrialRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.StartupSummaryLevel;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.component.bean.BeanComponent;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.BeanRepository;
import org.apache.camel.spi.ComponentResolver;
import org.apache.camel.spi.PropertiesSource;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.DefaultRegistry;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** A Camel for one trial: the flows from their files, with everything around them stood in for. */
final class Theatre {

    private static final Set<String> STOOD_IN = Set.of("store", "provider");
    private static final Set<String> LEFT_OUT = Set.of("api");

    private final List<RouteFile> files;
    private final RouteFile candidate;
    private final Map<String, String> texts;

    /**
     * @param candidate has taken its place among the files, or null
     * @param texts of all files, by path
     */
    Theatre(List<RouteFile> files, RouteFile candidate, Map<String, String> texts) {
        this.files = files;
        this.candidate = candidate;
        this.texts = texts;
    }

    /** @throws TrialRefused where Camel cannot make routes of the files */
    CamelContext open(BeanRepository beans, PropertiesSource settings, Scene scene) throws Exception {
        DefaultCamelContext camel = new DefaultCamelContext(new DefaultRegistry(beans));
        camel.getCamelContextExtension().setName("trial");
        camel.disableJMX();
        camel.getPropertiesComponent().addPropertiesSource(settings);
        camel.setLoadTypeConverters(false);
        // Or the components that stand in would be set up as those for which they stand.
        camel.setAutowiredEnabled(false);
        camel.setStartupSummaryLevel(StartupSummaryLevel.Off);
        camel.getShutdownStrategy().setTimeout(1);
        camel.getCamelContextExtension().addContextPlugin(ComponentResolver.class, resolver(scene));
        camel.getCamelContextExtension().addInterceptStrategy(new StepLog(scene));
        camel.addRoutesConfigurations(new RouteConfigurationBuilder() {
            @Override
            public void configuration() {
                routeConfiguration().errorHandler(noErrorHandler());
            }
        });
        try {
            load(camel);
            camel.addRoutes(new StandInPorts(ports(), scene));
            camel.start();
            return camel;
        } catch (Exception e) {
            camel.close();
            throw refusal(e);
        }
    }

    private TrialRefused refusal(Exception failure) {
        String where = candidate == null ? "the flows in their files: " : candidate.path() + ":1: ";
        return new TrialRefused(List.of(
                where + "Camel cannot make routes of it: " + Cause.of(failure).line()));
    }

    /** Camel's own steps call beans by way of the component, whose beans are guarded. */
    private static ComponentResolver resolver(Scene scene) {
        NothingComponent nothing = new NothingComponent(scene);
        return (name, context) -> switch (name) {
            case "direct" -> new DirectComponent();
            case "bean" -> new BeanComponent();
            default -> nothing;
        };
    }

    private void load(CamelContext camel) throws Exception {
        List<Resource> flows = new ArrayList<>();
        for (RouteFile file : files) {
            if (file == candidate || !STOOD_IN.contains(top(file)) && !LEFT_OUT.contains(top(file))) {
                flows.add(ResourceHelper.fromString(file.path(), texts.get(file.path())));
            }
        }
        PluginHelper.getRoutesLoader(camel).loadRoutes(flows);
    }

    private static String top(RouteFile file) {
        return file.path().replaceFirst("/.*", "");
    }

    /** Those that no file here serves. */
    private Set<String> ports() {
        Set<String> ports = files.stream()
                .filter(file -> STOOD_IN.contains(top(file)) && file.address().startsWith("direct:"))
                .map(file -> file.address().substring("direct:".length()))
                .collect(Collectors.toCollection(TreeSet::new));
        if (candidate != null) {
            ports.remove(candidate.address().replace("direct:", ""));
        }
        return ports;
    }
}
