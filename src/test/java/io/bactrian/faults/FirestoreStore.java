package io.bactrian.faults;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import io.bactrian.firestore.FirestoreEmulator;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/** The tests' Firestore emulator, empty, behind a way that can be disturbed. */
final class FirestoreStore implements Store {

    private final TcpProxy way;

    FirestoreStore() throws IOException {
        String host = FirestoreEmulator.host();
        FirestoreEmulator.wipe();
        way = new TcpProxy(Ports.free(), List.of(Integer.valueOf(host.substring(host.indexOf(':') + 1))));
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "sms.store",
                "firestore",
                "firestore.emulator-host",
                "127.0.0.1:" + way.port(),
                "firestore.project-id",
                FirestoreEmulator.PROJECT);
    }

    @Override
    public Optional<TcpProxy> way() {
        return Optional.of(way);
    }

    @Override
    public Logged read() throws ExecutionException, InterruptedException {
        Set<String> incoming = new HashSet<>();
        for (DocumentReference document :
                FirestoreEmulator.client().collection("incomingMessages").listDocuments()) {
            incoming.add(document.getId());
        }
        Map<String, Logged.Outgoing> outgoing = new HashMap<>();
        for (QueryDocumentSnapshot message : FirestoreEmulator.client()
                .collection("outgoingMessages")
                .get()
                .get()
                .getDocuments()) {
            outgoing.put(
                    message.getId(),
                    new Logged.Outgoing(
                            message.getString("status"),
                            message.getString("providerMessageId"),
                            message.getString("errorCode")));
        }
        return new Logged(incoming, outgoing);
    }

    @Override
    public void close() throws IOException {
        way.close();
    }
}
