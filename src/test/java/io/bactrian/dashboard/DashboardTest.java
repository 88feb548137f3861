package io.bactrian.dashboard;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/** One gateway with its simulator for all tests of pages: none of them sets anything else, so it starts once. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Import(DashboardWorld.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            // Those of one name in one JVM share Quartz's scheduler.
            "camel.main.name=pages-${random.uuid}",
            "sms.operator.password=" + DashboardWorld.PASSWORD,
            "sms.simulator.step=20ms",
            "sms.cost.prices.1=0.0083",
            "twilio.auth-token=an-auth-token-of-a-test-only"
        })
@interface DashboardTest {}
