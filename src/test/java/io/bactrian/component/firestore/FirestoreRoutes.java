package io.bactrian.component.firestore;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import io.bactrian.firestore.FirestoreEmulator;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** A Camel context whose component looks at the emulator, for tests to put routes into. */
@ExtendWith(FirestoreEmulator.class)
abstract class FirestoreRoutes {

    final CamelContext camel = new DefaultCamelContext();
    final GoogleFirestoreComponent component = new GoogleFirestoreComponent();
    final Firestore firestore = FirestoreEmulator.client();
    ProducerTemplate template;

    @BeforeEach
    void start() {
        component.getConfiguration().setEmulatorHost(FirestoreEmulator.host());
        component.getConfiguration().setProjectId(FirestoreEmulator.PROJECT);
        camel.getShutdownStrategy().setTimeout(5);
        camel.addComponent("google-firestore", component);
        camel.start();
        template = camel.createProducerTemplate();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    void route(RouteBuilder route) throws Exception {
        camel.addRoutes(route);
    }

    /** What an endpoint makes of a body and headers, given as names and values in turn. */
    Exchange ask(String uri, Object body, Object... headers) {
        Map<String, Object> named = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            named.put((String) headers[i], headers[i + 1]);
        }
        return template.request(uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(named);
        });
    }

    DocumentReference user(String id) {
        return firestore.collection("users").document(id);
    }

    DocumentSnapshot read(DocumentReference document) throws Exception {
        return document.get().get();
    }
}
