package io.bactrian.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/** The whole gateway, with {@link WorldAround} it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Import({WorldAround.class, ApiClient.class})
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            // Those of one name in one JVM share Quartz's scheduler.
            "camel.main.name=api-${random.uuid}",
            "sms.jwt.secret=" + ApiClient.SECRET,
            "sms.operator.password=" + ApiClient.PASSWORD,
            "sms.send.patience=10s",
            "sms.cost.prices.1=0.0083",
            "sms.cost.mms-price=0.02"
        })
public @interface ApiTest {}
