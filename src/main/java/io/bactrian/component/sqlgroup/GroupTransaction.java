package io.bactrian.component.sqlgroup;

import io.bactrian.domain.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * One group, one transaction. Where the group fails for a reason that may lie in one of its rows, each exchange is
 * tried again alone, so that an error hits only the one that caused it.
 */
final class GroupTransaction {

    /** SQLSTATE classes after which the same may succeed later: connection, rollback, resources, shutdown, lock. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "57", "90", "HY");

    /** A database that has stopped answering must not hold the one writer, and with it every webhook. */
    private static final int LONGEST_WAIT_MS = 2_000;

    private final String name;
    private final DataSource dataSource;
    private final GroupWork work;
    private final Executor continuation;

    /** @param continuation runs what comes after the commit, so that a slow next step does not hold up the writer */
    GroupTransaction(String name, DataSource dataSource, GroupWork work, Executor continuation) {
        this.name = name;
        this.dataSource = dataSource;
        this.work = work;
        this.continuation = continuation;
    }

    /** Has completed when it returns: a commit holds its thread. */
    CompletionStage<Void> settle(List<Waiting> group) {
        run(group);
        return CompletableFuture.completedFuture(null);
    }

    private void run(List<Waiting> group) {
        StoreException failure = attempt(group);
        if (failure == null) {
            end(group, Waiting::succeed);
        } else if (group.size() == 1 || failure.isUnavailable() && !isConflict(failure)) {
            end(group, waiting -> waiting.fail(failure));
        } else {
            group.forEach(waiting -> run(List.of(waiting)));
        }
    }

    /** Two groups that change the same rows in another order end in a deadlock; the rows one by one do not. */
    private static boolean isConflict(StoreException failure) {
        return failure.code().startsWith("40");
    }

    /** Null once the group is durable. Whatever is thrown ends here, or the exchanges would wait for ever. */
    private StoreException attempt(List<Waiting> group) {
        try {
            commit(group);
            return null;
        } catch (Throwable e) {
            return failure(e);
        }
    }

    private void end(List<Waiting> group, Consumer<Waiting> ending) {
        group.forEach(waiting -> continuation.execute(() -> ending.accept(waiting)));
    }

    private void commit(List<Waiting> group) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setNetworkTimeout(Runnable::run, LONGEST_WAIT_MS);
            connection.setAutoCommit(false);
            try {
                work.run(connection, group);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private StoreException failure(Throwable cause) {
        if (cause instanceof SQLException sql) {
            String state = sql.getSQLState() == null ? "no state" : sql.getSQLState();
            boolean passing = sql instanceof SQLTransientException
                    || sql.getSQLState() == null
                    || PASSING.contains(state.substring(0, Math.min(2, state.length())));
            return new StoreException(name, state, passing, cause);
        }
        return new StoreException(name, cause.getClass().getSimpleName(), false, cause);
    }
}
