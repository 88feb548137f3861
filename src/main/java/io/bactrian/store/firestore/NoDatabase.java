package io.bactrian.store.firestore;

import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/** Keeps Spring Boot from setting up a database where Firestore is the store: it would make one in memory. */
class NoDatabase implements AutoConfigurationImportFilter, EnvironmentAware {

    private boolean firestore;

    @Override
    public void setEnvironment(Environment environment) {
        firestore = "firestore".equals(environment.getProperty("sms.store"));
    }

    @Override
    public boolean[] match(String[] autoConfigurations, AutoConfigurationMetadata metadata) {
        boolean[] wanted = new boolean[autoConfigurations.length];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = !(firestore && isOfADatabase(autoConfigurations[i]));
        }
        return wanted;
    }

    private static boolean isOfADatabase(String autoConfiguration) {
        return autoConfiguration != null
                && (autoConfiguration.contains(".autoconfigure.jdbc.")
                        || autoConfiguration.contains(".autoconfigure.flyway.")
                        || autoConfiguration.contains(".autoconfigure.h2."));
    }
}
