package io.bactrian;

import io.bactrian.camel.CheckCommand;
import io.bactrian.camel.live.SpringBeans;
import io.bactrian.doctor.Doctor;
import io.bactrian.moving.MovingHouse;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The gateway: a web server, a store and the routes of the {@code routes/} folder, in one process. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
public class Bactrian {

    public static void main(String[] args) {
        if (MovingHouse.isAskedFor(args)) {
            System.exit(MovingHouse.run(args));
        }
        if (CheckCommand.isAskedFor(args)) {
            System.exit(CheckCommand.run(Bactrian.class, args));
        }
        if (Doctor.isAskedFor(args)) {
            System.exit(Doctor.run(Bactrian.class, new Time().clock(), SpringBeans::settings, args));
        }
        SpringApplication.run(Bactrian.class, args);
    }
}
