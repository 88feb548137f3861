package io.bactrian.provider.simulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.HttpEncodingAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * A web server with nothing in it but the simulator, the account that it plays and a webhook that writes down what it is sent. It carries no
 * stereotype, so that no scan of the whole gateway ever finds it.
 */
@ImportAutoConfiguration({
    ConfigurationPropertiesAutoConfiguration.class,
    PropertyPlaceholderAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class,
    ValidationAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    ServletWebServerFactoryAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class
})
@ComponentScan(basePackageClasses = Simulator.class)
@ComponentScan(
        basePackages = "io.bactrian.provider.twilio",
        useDefaultFilters = false,
        includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.(TwilioConfiguration|LocalPort)"))
@ConfigurationPropertiesScan("io.bactrian.provider")
class SimulatorHouse {

    /** One posted form, decoded, and the signature that came with it. */
    record Posted(SortedMap<String, String> form, String signature, String token) {

        String first(String name) {
            return form.get(name);
        }

        static SortedMap<String, String> decode(String body) {
            SortedMap<String, String> form = new TreeMap<>();
            for (String pair : body.split("&")) {
                int equals = pair.indexOf('=');
                form.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
            return form;
        }

        private static String decoded(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }
    }

    /** The gateway's webhook: what it was sent, and what it does about it. */
    static class Gateway {

        final ConcurrentLinkedQueue<Posted> texts = new ConcurrentLinkedQueue<>();
        final ConcurrentLinkedQueue<Posted> reports = new ConcurrentLinkedQueue<>();
        volatile Consumer<Posted> reaction = text -> {};
        volatile int status = 200;

        ServerResponse takeText(ServerRequest request) throws Exception {
            Posted text = read(request);
            texts.add(text);
            reaction.accept(text);
            return ServerResponse.status(status).contentType(MediaType.TEXT_XML).body("<Response/>");
        }

        ServerResponse takeReport(ServerRequest request) throws Exception {
            reports.add(read(request));
            return ServerResponse.noContent().build();
        }

        private static Posted read(ServerRequest request) throws Exception {
            // Spring's own reader makes a form's body anew from the parameters; what was signed is the stream.
            byte[] body = request.servletRequest().getInputStream().readAllBytes();
            return new Posted(
                    Posted.decode(new String(body, StandardCharsets.UTF_8)),
                    request.headers().firstHeader("X-Twilio-Signature"),
                    request.headers().firstHeader("I-Twilio-Idempotency-Token"));
        }
    }

    @Bean
    Gateway gateway() {
        return new Gateway();
    }

    @Bean
    RouterFunction<ServerResponse> webhooks(Gateway gateway) {
        return RouterFunctions.route()
                .POST("/webhooks/twilio/incoming", gateway::takeText)
                .POST("/webhooks/twilio/status/{id}", gateway::takeReport)
                .POST("/webhooks/twilio/calls/{id}", gateway::takeReport)
                .build();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
