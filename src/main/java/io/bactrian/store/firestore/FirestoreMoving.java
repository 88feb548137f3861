package io.bactrian.store.firestore;

import com.google.cloud.firestore.Firestore;
import io.bactrian.moving.HouseContents;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Moving into Firestore and out of it; without the gateway around it, nobody else asks for the settings. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "sms.store", havingValue = "firestore")
@EnableConfigurationProperties(FirestoreSettings.class)
class FirestoreMoving {

    /** Made at once also where all else is made late, so that a missing setting is told by Spring Boot's own report. */
    @Bean
    @Lazy(false)
    HouseContents houseContents(Firestore firestore) {
        return new FirestoreHouse(firestore);
    }
}
