package io.bactrian.edits;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.bactrian.GatewaySettings;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where versions are kept, and how many. */
@Configuration(proxyBeanMethods = false)
class EditSetup {

    @Bean
    RouteHistory routeHistory(GatewaySettings gateway, EditSettings settings, ObjectMapper json, Clock clock) {
        return new RouteHistory(gateway.dataDir().resolve("routes-history"), settings.keep(), json, clock);
    }

    @Bean
    RouteEdits routeEdits(EditCheck check, RouteFiles files, RouteHistory history, EditMetrics metrics, Clock clock) {
        return new RouteEdits(check, files, history, metrics, clock);
    }
}
