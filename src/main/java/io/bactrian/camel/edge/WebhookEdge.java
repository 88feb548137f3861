package io.bactrian.camel.edge;

import io.bactrian.web.ProblemAnswers;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpConstants;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumer;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpEngine;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.task.DelegatingSecurityContextAsyncTaskExecutor;

/** Serves {@code platform-http:} as Camel does, but for the paths of webhooks. */
@Configuration(proxyBeanMethods = false)
class WebhookEdge {

    /** Camel finds it by this name, and Camel's own is not made then. */
    @Bean(PlatformHttpConstants.PLATFORM_HTTP_ENGINE_NAME)
    PlatformHttpEngine platformHttpEngine(
            @Value("${server.port:8080}") int port,
            DelegatingSecurityContextAsyncTaskExecutor exchangeExecutor,
            WebhookPaths paths) {
        PlatformHttpEngine camels = new SpringBootPlatformHttpEngine(port, exchangeExecutor);
        return new PlatformHttpEngine() {
            @Override
            public PlatformHttpConsumer createConsumer(PlatformHttpEndpoint endpoint, Processor processor) {
                return WebhookPaths.isWebhook(endpoint.getPath())
                        ? new WebhookConsumer(endpoint, processor, paths)
                        : camels.createConsumer(endpoint, processor);
            }

            @Override
            public int getServerPort() {
                return port;
            }
        };
    }

    @Bean
    ServletRegistrationBean<WebhookServlet> webhookServlet(WebhookPaths paths, ProblemAnswers answers) {
        ServletRegistrationBean<WebhookServlet> servlet =
                new ServletRegistrationBean<>(new WebhookServlet(paths, answers), WebhookPaths.mappings());
        servlet.setName("webhooks");
        servlet.setLoadOnStartup(1);
        return servlet;
    }
}
