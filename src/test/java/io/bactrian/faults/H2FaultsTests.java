package io.bactrian.faults;

import java.nio.file.Path;

/** A lone gateway, as shipped. */
class H2FaultsTests extends FaultsContract {

    @Override
    Store store(Path folder) {
        return new H2Store(folder);
    }

    @Override
    int gateways() {
        return 1;
    }

    @Override
    int kills() {
        return 2;
    }
}
