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

/** Twilio's own REST paths for calls: create, fetch and list. */
@RestController
@WhileSimulated
@RequestMapping(path = "/simulator/2010-04-01/Accounts/{account}", produces = "application/json")
class CallController {

    private final MessageCreation creation;
    private final MessageReading reading;

    CallController(MessageCreation creation, MessageReading reading) {
        this.creation = creation;
        this.reading = reading;
    }

    /** An answer, or the promise of one, or null where the call was answered by a fault. */
    @PostMapping("/Calls.json")
    @ResponseStatus(HttpStatus.CREATED)
    Object create(
            @RequestParam MultiValueMap<String, String> form, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return creation.answerCall(form, request, response);
    }

    /** As with messages, Twilio's protocol has the numbers in the query here. */
    @GetMapping("/Calls.json")
    Object list(@RequestParam MultiValueMap<String, String> asked) {
        return reading.listCalls(asked);
    }

    @GetMapping("/Calls/{sid}.json")
    Object fetch(@PathVariable String sid, HttpServletRequest request) {
        return reading.fetchCall(sid, () -> RestPaths.notFound(request));
    }
}
