package io.bactrian.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A server that takes calls and says nothing, as behind a network that has lost its way back. */
class SilentPostgresTests {

    @Test
    void theStoreIsGivenUpOnAndNotWaitedForWithoutEnd() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String url = "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/postgres";

            var opened = CompletableFuture.supplyAsync(() -> SqlStore.open(url, "postgres", ""));

            await().atMost(Duration.ofSeconds(60)).until(opened::isDone);
            assertThat(opened).isCompletedExceptionally();
        }
    }
}
