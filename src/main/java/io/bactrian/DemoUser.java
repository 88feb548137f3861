package io.bactrian;

import io.bactrian.directory.NumberTakenException;
import io.bactrian.directory.UserDirectory;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.StoreException;
import io.bactrian.domain.Tenant;
import io.bactrian.domain.UserStatus;
import io.bactrian.paging.PageRequest;
import io.bactrian.provider.simulator.Simulator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Puts one user into an empty directory where the simulator runs, so that the first text has a registered sender. */
@Component
class DemoUser implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoUser.class);

    private final GatewaySettings settings;
    private final UserDirectory users;

    DemoUser(GatewaySettings settings, UserDirectory users) {
        this.settings = settings;
        this.users = users;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        try {
            if (settings.simulated() && isEmpty()) {
                create();
            }
        } catch (StoreException | DataAccessException e) {
            // Nothing depends on this user, so a store that is away for a moment must not end the gateway.
            LOG.warn("no demo user was made: {}", e.getClass().getSimpleName());
        }
    }

    private boolean isEmpty() {
        return users.page(new PageRequest(Tenant.DEFAULT, null, 1)).items().isEmpty();
    }

    private void create() {
        try {
            users.create(Tenant.DEFAULT, new PhoneNumber(Simulator.DEMO_NUMBER), "Demo", UserStatus.ACTIVE);
        } catch (NumberTakenException e) {
            // Another instance on the same store was faster: it is known.
        }
    }
}
