package io.bactrian.store.sql;

import io.bactrian.domain.StoreException;
import io.bactrian.moving.HouseContents;
import io.bactrian.moving.MovedRecord;
import io.bactrian.moving.RecordKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Everything that an SQL database holds. It is read by key, page after page, so that neither the memory nor an open
 * transaction grows with it.
 */
class SqlHouse implements HouseContents {

    private final DataSource dataSource;

    SqlHouse(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What is done with a connection. */
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    @Override
    public String address() {
        return run("open", connection -> connection.getMetaData().getURL());
    }

    @Override
    public long count(RecordKind kind) {
        String sql = SqlTable.of(kind).countSql();
        return run("count " + kind.collection(), connection -> {
            try (PreparedStatement count = connection.prepareStatement(sql);
                    ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    @Override
    public Batch read(RecordKind kind, String after, int limit) {
        SqlTable table = SqlTable.of(kind);
        return run("read " + kind.collection(), connection -> {
            try (PreparedStatement page = connection.prepareStatement(table.pageSql(after != null))) {
                table.bindPage(page, after, limit);
                try (ResultSet rows = page.executeQuery()) {
                    return batch(table, rows);
                }
            }
        });
    }

    private static Batch batch(SqlTable table, ResultSet rows) throws SQLException {
        List<MovedRecord> records = new ArrayList<>();
        String last = null;
        while (rows.next()) {
            records.add(table.read(rows));
            last = table.key(rows);
        }
        return new Batch(records, last);
    }

    @Override
    public void put(RecordKind kind, List<MovedRecord> records) {
        SqlTable table = SqlTable.of(kind);
        run("put " + kind.collection(), connection -> {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(table.insertSql())) {
                for (MovedRecord moved : records) {
                    table.bindInsert(insert, moved);
                    insert.addBatch();
                }
                insert.executeBatch();
                connection.commit();
                return null;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        });
    }

    private <T> T run(String name, Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            String state = String.valueOf(e.getSQLState());
            boolean passing = e instanceof SQLTransientException
                    || e instanceof SQLRecoverableException
                    || state.startsWith("08")
                    || state.startsWith("57");
            throw new StoreException(name, state, passing, e);
        }
    }
}
