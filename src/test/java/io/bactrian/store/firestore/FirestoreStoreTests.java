package io.bactrian.store.firestore;

import com.google.cloud.firestore.Firestore;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.User;
import io.bactrian.domain.UserStatus;
import io.bactrian.firestore.FirestoreEmulator;
import io.bactrian.store.StoreContract;
import java.io.File;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The store contract on the real emulator, through the Firestore adapter's own route files. */
@ExtendWith(FirestoreEmulator.class)
class FirestoreStoreTests extends StoreContract {

    private final Firestore firestore = FirestoreEmulator.client();

    @Override
    protected CamelContext instance() throws Exception {
        CamelContext camel = new DefaultCamelContext();
        camel.getRegistry().bind("firestore", firestore);
        new ApplicationContextRunner()
                .withPropertyValues("sms.store=firestore")
                .withUserConfiguration(FirestoreDocuments.class)
                .run(beans -> Stream.of(beans.getBeanDefinitionNames())
                        .forEach(name -> camel.getRegistry().bind(name, beans.getBean(name))));
        camel.addRoutesConfigurations(new RouteConfigurationBuilder() {
            @Override
            public void configuration() {
                routeConfiguration().errorHandler(noErrorHandler());
                routeConfiguration("tick").onException(Exception.class).handled(true);
            }
        });
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:wake-dispatcher").to("log:woken?level=TRACE");
            }
        });
        for (File file : new File("routes/store/firestore").listFiles()) {
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(
                            PluginHelper.getResourceLoader(camel).resolveResource("file:" + file.getAbsolutePath()));
        }
        camel.start();
        return camel;
    }

    @Override
    protected void empty() {
        FirestoreEmulator.wipe();
    }

    @Override
    protected void addUser(PhoneNumber number, String name, boolean active) throws Exception {
        UserStatus status = active ? UserStatus.ACTIVE : UserStatus.INACTIVE;
        User user = new User("u-" + name, number, name, status, false, null, "default", NOON);
        firestore
                .collection("users")
                .document(number.value())
                .set(new UserDocuments().of(user))
                .get();
    }

    @Override
    protected Map<String, Object> stored(String messageId) throws Exception {
        return FirestoreStored.of(firestore, messageId);
    }

    @Override
    protected int countStored() throws Exception {
        return firestore.collection("incomingMessages").get().get().size()
                + firestore.collection("outgoingMessages").get().get().size();
    }
}
