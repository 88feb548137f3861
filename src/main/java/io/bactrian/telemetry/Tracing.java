package io.bactrian.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Spans are made and sent only where it is said where to. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression(Tracing.WANTED)
public class Tracing {

    /** The condition for whatever takes part in it. */
    public static final String WANTED = "!'${sms.telemetry.traces-url:}'.isEmpty()";

    @Bean
    NamedSpans namedSpans() {
        return new NamedSpans();
    }

    @Bean
    SdkTracerProvider tracerProvider(TelemetrySettings settings, NamedSpans names) {
        OtlpHttpSpanExporter exporter =
                OtlpHttpSpanExporter.builder().setEndpoint(settings.tracesUrl()).build();
        return SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "bactrian")))
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(settings.tracesShare())))
                .addSpanProcessor(names)
                .addSpanProcessor(BatchSpanProcessor.builder(new ScrubbingExporter(exporter))
                        .build())
                .build();
    }

    /** Nobody is told of a trace by headers, and nobody from outside begins one. */
    @Bean
    ContextPropagators contextPropagators() {
        return ContextPropagators.noop();
    }

    @Bean
    Tracer tracer(SdkTracerProvider provider) {
        return provider.get("io.bactrian");
    }
}
