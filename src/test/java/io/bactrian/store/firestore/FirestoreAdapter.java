package io.bactrian.store.firestore;

import com.google.cloud.firestore.Firestore;
import io.bactrian.batches.Batches;
import io.bactrian.directory.UserDirectory;
import io.bactrian.messages.MessageLog;
import io.bactrian.messages.UnreadableMessages;
import io.bactrian.turns.Rates;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.File;
import java.time.Clock;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The Firestore adapter's own route files and beans, without the rest of the gateway. */
public final class FirestoreAdapter {

    private FirestoreAdapter() {}

    public static Batches batches(Firestore firestore) {
        return new FirestoreBatches(firestore);
    }

    public static MessageLog log(Firestore firestore) {
        return new FirestoreMessageLog(firestore, new UnreadableMessages(new SimpleMeterRegistry()));
    }

    public static UserDirectory users(Firestore firestore) {
        return new FirestoreUserDirectory(firestore, Clock.systemUTC());
    }

    public static CamelContext start(Firestore firestore) throws Exception {
        CamelContext camel = new DefaultCamelContext();
        camel.getRegistry().bind("firestore", firestore);
        camel.getRegistry().bind("turns", Rates.turns());
        camel.getRegistry().bind("dueLanes", new DueLanes(firestore));
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
}
