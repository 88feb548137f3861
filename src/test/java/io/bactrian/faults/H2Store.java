package io.bactrian.faults;

import io.bactrian.store.sql.SqlAdapter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** As shipped: H2 in the data folder of the one gateway. */
final class H2Store implements Store {

    private final Path dataDir;

    /** @param folder of the scenario, in which the first gateway has its data */
    H2Store(Path folder) {
        this.dataDir = folder.resolve(World.gatewayName(0));
    }

    @Override
    public Map<String, String> settings() {
        return Map.of();
    }

    @Override
    public Optional<TcpProxy> way() {
        return Optional.empty();
    }

    @Override
    public Logged read() throws Exception {
        return SqlLog.read(SqlAdapter.open(SqlAdapter.embeddedUrl(dataDir), "bactrian", ""));
    }

    @Override
    public void close() {}
}
