package io.bactrian.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/** The whole application with the routes of the API; the flows behind them are {@link PortsInMemory}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Import({PortsInMemory.class, ApiClient.class})
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:api;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
            "spring.flyway.locations=classpath:db/migration/h2",
            "camel.main.routes-include-pattern=file:routes/api/*.camel.yaml,classpath:api-ports/*.camel.yaml",
            "sms.jwt.secret=" + ApiClient.SECRET,
            "sms.operator.password=" + ApiClient.PASSWORD,
            "sms.send.patience=300ms"
        })
@interface ApiTest {}
