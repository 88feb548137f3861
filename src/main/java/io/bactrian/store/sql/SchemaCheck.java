package io.bactrian.store.sql;

import io.bactrian.doctor.Diagnosis;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;

/** Whether the tables are those of this version. Nothing is migrated. */
final class SchemaCheck {

    private static final String PART = "schema";

    private SchemaCheck() {}

    /** @param vendor the folder of the database's migrations */
    static Diagnosis of(DataSource database, String vendor) {
        Flyway flyway = Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/" + vendor)
                .ignoreMigrationPatterns("*:pending", "*:future")
                .load();
        MigrationInfoService info = flyway.info();
        if (info.current() == null) {
            return Diagnosis.right(PART, "there are no tables yet; the first start makes them");
        }
        if (Arrays.stream(info.all()).anyMatch(SchemaCheck::isNewer)) {
            return Diagnosis.wrong(
                    PART,
                    "the tables are of a newer version (" + info.current().getVersion() + ") than this program",
                    "Run the newer program, or restore the backup from before the upgrade.");
        }
        return flyway.validateWithResult().validationSuccessful
                ? state(info)
                : Diagnosis.wrong(
                        PART,
                        "a migration failed on its way, or was changed after it had been done",
                        "Restore the backup from before the upgrade, and see the log of that start.");
    }

    private static boolean isNewer(MigrationInfo migration) {
        return switch (migration.getState()) {
            case FUTURE_SUCCESS, FUTURE_FAILED -> true;
            default -> false;
        };
    }

    private static Diagnosis state(MigrationInfoService info) {
        String says = "the tables are of version " + info.current().getVersion();
        int pending = info.pending().length;
        return pending == 0
                ? Diagnosis.right(PART, says + ", which is this program's")
                : Diagnosis.advice(
                        PART,
                        says + ", and the next start will make " + pending + " more changes",
                        "Make a backup first.");
    }
}
