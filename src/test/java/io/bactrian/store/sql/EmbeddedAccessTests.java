package io.bactrian.store.sql;

import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedAccessTests extends SqlAccessContract {

    @Override
    DataSource database() {
        return new DriverManagerDataSource("jdbc:h2:mem:access;DB_CLOSE_DELAY=-1;MODE=PostgreSQL;"
                + "DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
    }

    @Override
    String migrations() {
        return "classpath:db/migration/h2";
    }
}
