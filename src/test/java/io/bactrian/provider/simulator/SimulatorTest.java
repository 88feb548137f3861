package io.bactrian.provider.simulator;

import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.test.context.SpringBootTest;

/** A test against the simulator over real HTTP. The public URL is one that nobody serves: a tunnel that is not up. */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        classes = SimulatorHouse.class,
        properties = {
            // Those of one name in one JVM share Quartz's scheduler.
            "camel.main.name=simulated-${random.uuid}",
            "sms.providers=simulator",
            "sms.public-url=https://gateway.test.invalid",
            "sms.simulator.step=20ms",
            "sms.simulator.acknowledgment-wait=700ms",
            "twilio.phone-number=+15005550006",
            "twilio.auth-token=the-first-token,an-older-token",
            "logging.level.io.bactrian=DEBUG",
            // the server's side only: the test's own client prints what it sends
            "logging.level.org.springframework.web.servlet=DEBUG"
        })
@interface SimulatorTest {}
