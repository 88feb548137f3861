package io.bactrian.provider.simulator;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Twilio's own REST paths for messages: create, fetch, list, cancel and redact. */
@RestController
@WhileSimulated
@RequestMapping(path = "/simulator/2010-04-01/Accounts/{account}", produces = "application/json")
class SimulatorController {

    private final MessageBook book;
    private final MessageCreation creation;
    private final MessageReading reading;
    private final MessageChange change;

    SimulatorController(MessageBook book, MessageCreation creation, MessageReading reading, MessageChange change) {
        this.book = book;
        this.creation = creation;
        this.reading = reading;
        this.change = change;
    }

    /** An answer, or the promise of one, or null where the call was answered by a fault. */
    @PostMapping("/Messages.json")
    @ResponseStatus(HttpStatus.CREATED)
    Object create(
            @RequestParam MultiValueMap<String, String> form, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return creation.answer(form, request, response);
    }

    /** Twilio's protocol has the numbers in the query here: an access log, or Spring's own DEBUG, would show them. */
    @GetMapping("/Messages.json")
    Object list(@RequestParam MultiValueMap<String, String> asked) {
        return reading.list(asked);
    }

    @GetMapping("/Messages/{sid}.json")
    Object fetch(@PathVariable String sid, HttpServletRequest request) {
        return reading.fetch(sid, () -> RestPaths.notFound(request));
    }

    @PostMapping("/Messages/{sid}.json")
    MessageJson update(
            @PathVariable String sid,
            @RequestParam(name = "Status", required = false) String status,
            @RequestParam(name = "Body", required = false) String body,
            HttpServletRequest request) {
        return change.apply(
                book.find(sid)
                        .filter(entry -> !entry.message().isCall())
                        .orElseThrow(() -> RestPaths.notFound(request)),
                status,
                body);
    }
}
