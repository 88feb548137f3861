package io.bactrian.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What runs: gateways, the store that they share, the simulator in the place of Twilio, and the ways between them. */
final class World implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(120);

    private final Store store;
    private final Program twilio;
    private final Simulator simulator;
    private final TcpProxy wayToProvider;
    private final TcpProxy balancer;
    private final List<Program> gateways = new ArrayList<>();
    private final Client client;

    World(Path folder, Store store, int count) throws IOException {
        this.store = store;
        List<Integer> ports = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ports.add(Ports.free());
        }
        balancer = new TcpProxy(Ports.free(), ports);
        twilio = new Program("simulator", Ports.free(), folder, Settings.ofSimulator());
        wayToProvider = new TcpProxy(Ports.free(), List.of(twilio.port()));
        Map<String, String> settings = new HashMap<>(Settings.ofGateway(balancer.port(), wayToProvider.port()));
        settings.putAll(store.settings());
        for (int i = 0; i < count; i++) {
            gateways.add(new Program(gatewayName(i), ports.get(i), folder, settings));
        }
        client = new Client(balancer.port());
        simulator = new Simulator(twilio.port());
    }

    static String gatewayName(int index) {
        return "gateway-" + (index + 1);
    }

    Store store() {
        return store;
    }

    Client client() {
        return client;
    }

    Simulator simulator() {
        return simulator;
    }

    TcpProxy wayToProvider() {
        return wayToProvider;
    }

    List<Program> gateways() {
        return gateways;
    }

    /** All at once, as after a power cut. */
    void start() throws IOException {
        twilio.start();
        revive();
        awaitUp(twilio);
        gateways.forEach(this::awaitUp);
    }

    /** Starts what has ended, as whoever runs a gateway has it done. */
    void revive() throws IOException {
        for (Program gateway : gateways) {
            if (!gateway.isAlive()) {
                gateway.start();
            }
        }
    }

    /** Ends every disturbance, and comes back when all gateways are up. */
    void calm() throws IOException, InterruptedException {
        wayToProvider.heal();
        if (store.way().isPresent()) {
            store.way().get().heal();
        }
        simulator.endFaults();
        for (Program gateway : gateways) {
            gateway.emptyDisk();
            await("the return of " + gateway.name()).atMost(START).until(() -> {
                revive();
                return client.isUp(gateway.port());
            });
        }
    }

    /** How many jobs wait on the gateways' disks for the store. */
    long spooled() throws IOException {
        long depth = 0;
        for (Program gateway : gateways) {
            depth += client.metric(gateway.port(), "sms_spool_depth");
        }
        return depth;
    }

    /** Ends the gateways with SIGTERM, so that the store can be read; the simulator stays, to be asked. */
    void stopGateways() throws InterruptedException {
        for (Program gateway : gateways) {
            gateway.stop();
        }
    }

    private void awaitUp(Program program) {
        await("the start of " + program.name()).atMost(START).until(() -> {
            if (!program.isAlive()) {
                throw new IllegalStateException(program.name() + " ended at its start; see its log");
            }
            return client.isUp(program.port());
        });
    }

    @Override
    public void close() throws Exception {
        for (Program gateway : gateways) {
            gateway.close();
        }
        twilio.close();
        balancer.close();
        wayToProvider.close();
        store.close();
    }
}
