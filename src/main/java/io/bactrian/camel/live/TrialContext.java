package io.bactrian.camel.live;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.StartupSummaryLevel;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.BeanRepository;
import org.apache.camel.spi.Injector;
import org.apache.camel.spi.PropertiesSource;
import org.apache.camel.spi.Resource;
import org.apache.camel.spi.RouteFactory;
import org.apache.camel.support.DefaultRegistry;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** A Camel context of its own, in which routes can be built and nothing of the gateway's is touched. Nothing in it starts. */
final class TrialContext implements AutoCloseable {

    private final DefaultCamelContext camel = new DefaultCamelContext(false);

    /**
     * @param beans what stands behind `ref`
     * @param injector makes what stands behind `beanType`, or null for Camel's own
     * @param settings what a placeholder stands for; null where it is not set
     */
    TrialContext(
            BeanRepository beans, Injector injector, UnaryOperator<String> settings, RouteConfigurationBuilder policies)
            throws Exception {
        camel.getCamelContextExtension().setRegistry(new DefaultRegistry(beans));
        camel.getCamelContextExtension().addContextPlugin(RouteFactory.class, new LiveRouteFactory());
        camel.getPropertiesComponent().addPropertiesSource(new Settings(settings));
        camel.disableJMX();
        camel.setLoadTypeConverters(false);
        camel.setSourceLocationEnabled(true);
        camel.setStartupSummaryLevel(StartupSummaryLevel.Off);
        if (injector != null) {
            camel.setInjector(injector);
        }
        camel.build();
        camel.addRoutesConfigurations(policies);
    }

    DefaultCamelContext camel() {
        return camel;
    }

    /** The routes of a file, with the policies that they name. */
    List<RouteDefinition> load(String path, String text) throws Exception {
        return load(camel, ResourceHelper.fromString(path, text));
    }

    static List<RouteDefinition> load(DefaultCamelContext camel, Resource resource) throws Exception {
        List<RouteDefinition> all = new ArrayList<>();
        for (RoutesBuilder builder : PluginHelper.getRoutesLoader(camel).findRoutesBuilders(List.of(resource))) {
            RouteBuilder routes = (RouteBuilder) builder;
            all.addAll(routes.configureRoutes(camel).getRoutes());
            refuse(!routes.getRestCollection().getRests().isEmpty(), "rest");
            refuse(!routes.getRouteTemplateCollection().getRouteTemplates().isEmpty(), "routeTemplate");
            refuse(!routes.getBeans().isEmpty(), "beans");
        }
        return all;
    }

    private static void refuse(boolean there, String what) {
        if (there) {
            throw new IllegalArgumentException(
                    "a file below routes/ holds routes; `" + what + "` cannot be edited live");
        }
    }

    /** As the gateway would build it; its steps are not started. */
    void build(RouteDefinition route) throws Exception {
        Candidate.build(camel, route);
    }

    @Override
    public void close() throws IOException {
        camel.close();
    }

    private record Settings(UnaryOperator<String> settings) implements PropertiesSource {

        @Override
        public String getName() {
            return "gateway";
        }

        @Override
        public String getProperty(String name) {
            return settings.apply(name);
        }
    }
}
