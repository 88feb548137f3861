package io.bactrian.faults;

import java.util.Map;
import java.util.Optional;

/** The store that the gateways share, or the one that a lone gateway has. */
interface Store extends AutoCloseable {

    /** What the gateways are started with. */
    Map<String, String> settings();

    /** What can be disturbed on the way to it; nothing where the store lives in the gateway. */
    Optional<TcpProxy> way();

    /** All that is logged. To be called when no gateway runs. */
    Logged read() throws Exception;
}
