package io.bactrian.component.sqlgroup;

import java.sql.SQLException;

/** A row that this version cannot make a record of. Has no cause: that would quote the values. */
final class UnreadableRow extends SQLException {

    private static final String DATA_EXCEPTION = "22000";

    UnreadableRow(String reason) {
        super(reason, DATA_EXCEPTION);
    }
}
