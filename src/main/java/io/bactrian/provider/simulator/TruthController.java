package io.bactrian.provider.simulator;

import io.bactrian.web.FieldError;
import io.bactrian.web.Problem;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the simulator really accepted, whatever it answered. */
@RestController
@WhileSimulated
@RequestMapping(path = "/simulator/truth", produces = MediaType.APPLICATION_JSON_VALUE)
class TruthController {

    private static final int MOST = 10_000;

    private final MessageBook book;
    private final StatusWalk walk;
    private final Counters counters;

    TruthController(MessageBook book, StatusWalk walk, Counters counters) {
        this.book = book;
        this.walk = walk;
        this.counters = counters;
    }

    @GetMapping
    TruthJson tell(@RequestParam(defaultValue = "0") String cursor, @RequestParam(defaultValue = "1000") String limit) {
        List<BookEntry> entries = book.oldestFirst(number("cursor", cursor), (int) Math.min(MOST, atLeastOne(limit)));
        return TruthJson.of(entries, book, counters);
    }

    /** Forgets all messages, and counts from 0 again. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget() {
        book.clear().forEach(walk::forget);
        counters.reset();
    }

    private static long atLeastOne(String limit) {
        return Math.max(1, number("limit", limit));
    }

    private static long number(String name, String text) {
        if (!text.matches("\\d{1,18}")) {
            throw new BadField(name, "must be a number");
        }
        return Long.parseLong(text);
    }

    @ExceptionHandler
    ResponseEntity<Problem> badField(BadField bad) {
        List<FieldError> errors = List.of(new FieldError(bad.field(), bad.getMessage()));
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.of(400, "The truth cannot be listed like that.", errors));
    }
}
