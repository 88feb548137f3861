package io.bactrian.edits;

import io.bactrian.Bactrian;
import io.bactrian.GatewaySettings;
import io.bactrian.camel.RouteChecks;
import io.bactrian.camel.live.BeanTypes;
import io.bactrian.camel.live.SpringBeans;
import java.nio.file.Path;
import java.util.List;
import org.springframework.core.env.ConfigurableEnvironment;

/** The check of a gateway that is not there. */
final class Checks {

    private static final ConfigurableEnvironment SETTINGS = SpringBeans.settings();
    private static final BeanTypes BEANS = SpringBeans.unmade(Bactrian.class, SETTINGS);

    private Checks() {}

    static GatewaySettings gateway(Path folder) {
        return new GatewaySettings("http://localhost", "embedded", List.of("simulator"), Path.of("target"), folder);
    }

    static EditCheck of(Path folder) {
        return RouteChecks.of(gateway(folder), SETTINGS::getProperty, BEANS);
    }
}
