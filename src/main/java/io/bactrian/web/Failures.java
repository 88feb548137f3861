package io.bactrian.web;

import com.fasterxml.jackson.core.JacksonException;
import io.bactrian.domain.StoreException;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What a caller is told of something that went wrong inside. */
public final class Failures {

    private static final Logger log = LoggerFactory.getLogger(Failures.class);
    private static final List<Class<? extends Throwable>> PASSING = List.of(
            DataAccessResourceFailureException.class,
            RecoverableDataAccessException.class,
            TransientDataAccessException.class,
            CannotCreateTransactionException.class,
            RejectedExecutionException.class);

    private Failures() {}

    /** @param operation what was to be done, for the log */
    public static Problem problem(String operation, Throwable failure) {
        for (Throwable cause : chain(failure)) {
            if (cause instanceof Refused refused) {
                return refused.problem();
            }
            if (cause instanceof JacksonException) {
                return Problem.of(400, "The body is not well-formed JSON.");
            }
            if (cause instanceof StoreException store && store.isUnavailable()
                    || PASSING.stream().anyMatch(type -> type.isInstance(cause))) {
                log.warn("{} cannot be done now: {}", operation, names(failure));
                return Problem.of(503);
            }
        }
        log.error("{} failed: {}", operation, names(failure));
        return Problem.of(500);
    }

    /** The classes and where it happened, not the messages: a database quotes the values that it refuses. */
    private static String names(Throwable failure) {
        return chain(failure).stream()
                .map(cause -> cause.getClass().getName()
                        + Stream.of(cause.getStackTrace())
                                .limit(1)
                                .map(frame -> " at " + frame)
                                .collect(Collectors.joining()))
                .collect(Collectors.joining(", caused by "));
    }

    private static List<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .toList();
    }
}
