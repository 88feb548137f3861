package io.bactrian.camel.live;

import io.bactrian.edits.RouteEdits;
import io.bactrian.edits.RouteFiles;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.component.platform.http.springboot.CamelRequestHandlerMapping;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.RouteFactory;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has every route made so that it can be replaced, and the old ones swept away when they are empty. */
@Configuration(proxyBeanMethods = false)
class LiveSetup {

    @Bean
    CamelContextConfiguration liveRoutes(
            RouteEdits edits, RouteFiles files, ObjectProvider<CamelRequestHandlerMapping> urls) {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext camel) {
                camel.getCamelContextExtension().addContextPlugin(RouteFactory.class, new LiveRouteFactory());
            }

            @Override
            public void afterApplicationStart(CamelContext started) {
                DefaultCamelContext camel = (DefaultCamelContext) started;
                LiveRoutes live =
                        new LiveRoutes(camel, new Entrances(camel, consumer -> unmap(urls.getObject(), consumer)));
                FolderRoutes routes = new FolderRoutes(camel, live, files.folder());
                routes.begin(edits.running());
                edits.started(routes);
                sweep(camel, live);
            }
        };
    }

    private static void sweep(DefaultCamelContext camel, LiveRoutes live) {
        ScheduledExecutorService thread =
                camel.getExecutorServiceManager().newSingleThreadScheduledExecutor(live, "old-routes");
        thread.scheduleWithFixedDelay(live::sweep, 1, 1, TimeUnit.SECONDS);
    }

    /** Camel leaves the URL of a route that has gone where it was. */
    private static void unmap(CamelRequestHandlerMapping urls, Consumer consumer) {
        urls.getHandlerMethods().entrySet().stream()
                .filter(url -> url.getValue().getBean() == consumer)
                .toList()
                .forEach(url -> urls.unregisterMapping(url.getKey()));
    }
}
