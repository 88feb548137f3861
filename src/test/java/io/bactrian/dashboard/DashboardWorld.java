package io.bactrian.dashboard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** Where the gateway of the pages' tests keeps its data. */
@TestConfiguration(proxyBeanMethods = false)
class DashboardWorld {

    static final String PASSWORD = "password-of-the-pages";

    @Bean
    DynamicPropertyRegistrar place() throws IOException {
        Path data = Files.createTempDirectory("bactrian-dashboard");
        return registry -> registry.add("sms.data-dir", data::toString);
    }
}
