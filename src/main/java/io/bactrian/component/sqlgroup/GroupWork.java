package io.bactrian.component.sqlgroup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What is done for a group inside its transaction. */
interface GroupWork {

    void run(Connection connection, List<Waiting> group) throws SQLException;
}
