package io.bactrian.store.sql;

import io.bactrian.doctor.ClockCheck;
import io.bactrian.doctor.Diagnosis;
import io.bactrian.doctor.Examination;
import io.bactrian.doctor.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Whether the database answers, whether its tables are right, and whether its clock agrees. Only reads. */
class DatabaseExamination implements Examination {

    private static final String IN_USE = "90020";

    @Override
    public String part() {
        return "store";
    }

    @Override
    public List<Diagnosis> examine(Setup setup) throws Exception {
        return switch (setup.store()) {
            case "postgres" -> postgres(setup);
            case "embedded" -> embedded(setup);
            default -> List.of();
        };
    }

    private List<Diagnosis> postgres(Setup setup) {
        String url = setup.text("DATABASE_URL");
        if (!url.startsWith("jdbc:postgresql:")) {
            return List.of(Diagnosis.wrong(
                    part(),
                    url.isEmpty()
                            ? "PostgreSQL is the store, and DATABASE_URL is not set"
                            : "DATABASE_URL is none of JDBC for PostgreSQL",
                    "Set DATABASE_URL=jdbc:postgresql://HOST:5432/DATABASE, and name and password in DATABASE_USERNAME"
                            + " and DATABASE_PASSWORD."));
        }
        DataSource database = new PostgresConnections(
                url, setup.text("DATABASE_USERNAME"), setup.settings().getProperty("DATABASE_PASSWORD", ""));
        try {
            Diagnosis clock = clock(database, setup);
            return List.of(
                    Diagnosis.right(part(), "PostgreSQL answers"), SchemaCheck.of(database, "postgresql"), clock);
        } catch (SQLException e) {
            return List.of(refused(e));
        }
    }

    private Diagnosis refused(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.startsWith("28")) {
            return Diagnosis.wrong(
                    part(),
                    "PostgreSQL refuses the name or the password",
                    "Correct DATABASE_USERNAME and DATABASE_PASSWORD.");
        }
        if (state.equals("3D000")) {
            return Diagnosis.wrong(part(), "there is no such database", "Make it (createdb), or correct DATABASE_URL.");
        }
        return Diagnosis.wrong(
                part(),
                "PostgreSQL cannot be reached (SQL state " + state + ")",
                "See that it runs, and that host and port in DATABASE_URL are right and open from here.");
    }

    private static Diagnosis clock(DataSource database, Setup setup) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet now = statement.executeQuery("select current_timestamp")) {
            now.next();
            return ClockCheck.against(
                    "the database",
                    now.getObject(1, OffsetDateTime.class).toInstant(),
                    setup.clock().instant());
        }
    }

    private List<Diagnosis> embedded(Setup setup) throws IOException {
        Path file = setup.dataDir().resolve("bactrian.mv.db");
        if (!Files.exists(file)) {
            return List.of(Diagnosis.right(part(), "there is no embedded database yet; the first start makes it"));
        }
        DataSource database = new DriverManagerDataSource(
                SqlStore.embeddedUrl(setup.dataDir()) + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r", "bactrian", "");
        try (Connection connection = database.getConnection()) {
            return List.of(Diagnosis.right(part(), "the embedded database opens"), SchemaCheck.of(database, "h2"));
        } catch (SQLException e) {
            return List.of(
                    IN_USE.equals(e.getSQLState())
                            ? Diagnosis.right(part(), "a gateway runs on the embedded database, so it is not opened")
                            : Diagnosis.wrong(
                                    part(),
                                    "the embedded database cannot be opened (SQL state " + e.getSQLState() + ")",
                                    "Restore it from a backup; keep the broken file."));
        }
    }
}
