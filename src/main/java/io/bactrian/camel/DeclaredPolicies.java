package io.bactrian.camel;

import io.bactrian.routecheck.Policy;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.StartupSummaryLevel;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.apache.camel.model.ToDefinition;

/** The error policies as Camel is given them, so that no list of them has to be kept by hand. */
public final class DeclaredPolicies {

    private DeclaredPolicies() {}

    /** A new builder of them, which serves one context. */
    public static RouteConfigurationBuilder builder() {
        return new ErrorPolicies();
    }

    public static List<Policy> read() {
        try (ModelCamelContext camel = new DefaultCamelContext()) {
            camel.disableJMX();
            camel.setStartupSummaryLevel(StartupSummaryLevel.Off);
            camel.addRoutesConfigurations(builder());
            return camel.getRouteConfigurationDefinitions().stream()
                    .filter(policy -> policy.getId() != null)
                    .map(policy -> new Policy(policy.getId(), calls(policy)))
                    .toList();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> calls(RouteConfigurationDefinition policy) {
        return Stream.concat(policy.getOnExceptions().stream(), policy.getOnCompletions().stream())
                .map(ProcessorDefinition::getOutputs)
                .flatMap(outputs -> ProcessorDefinitionHelper.filterTypeInOutputs(outputs, ToDefinition.class).stream())
                .map(ToDefinition::getUri)
                .distinct()
                .toList();
    }
}
