package io.bactrian.camel.telemetry;

import io.bactrian.telemetry.NamedSpans;
import io.bactrian.telemetry.Tracing;
import org.apache.camel.CamelContext;
import org.apache.camel.opentelemetry2.OpenTelemetryTracer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Without the setting there is no tracer, and no step has anything around it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression(Tracing.WANTED)
class RouteTracing {

    @Bean
    OpenTelemetryTracer routeTracer(CamelContext context, NamedSpans spans) {
        RouteTracer tracer = new RouteTracer(spans);
        tracer.init(context);
        return tracer;
    }
}
