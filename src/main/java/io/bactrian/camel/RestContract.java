package io.bactrian.camel;

import io.bactrian.web.Contract;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.component.rest.openapi.RestOpenApiComponent;
import org.apache.camel.spi.ComponentCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Serves the contract: each of its operations is the route of that name, and none may lack its route. */
@Component
class RestContract extends RouteBuilder {

    @Override
    public void configure() {
        // Inlined, a route could be called once only, and a second caller would wait for 30 s.
        restConfiguration().component("platform-http").inlineRoutes(false);
        rest().openApi().specification(Contract.LOCATION).routeId("api").missingOperation("fail");
    }

    /** Set here and not in the settings, where an edit could take them away: what is let in and out is at stake. */
    @Configuration(proxyBeanMethods = false)
    static class Components {

        @Bean
        ComponentCustomizer edgeOfTheApi(ApiEdge edge) {
            return ComponentCustomizer.forType(
                    RestOpenApiComponent.class, component -> component.setRestOpenapiProcessorStrategy(edge));
        }

        @Bean
        ComponentCustomizer edgeOfAllHttp() {
            return ComponentCustomizer.forType(PlatformHttpComponent.class, component -> {
                component.setHeaderFilterStrategy(new EdgeHeaders());
                // It would answer without a problem document, and mistakes the types of one answer for those of all.
                component.setServerRequestValidation(false);
            });
        }
    }
}
