package io.bactrian.provider.simulator;

import io.bactrian.provider.simulator.fault.Cut;
import io.bactrian.provider.twilio.TwilioAccount;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Twilio's own REST paths for messages: create, fetch, list, cancel and redact. */
@RestController
@WhileSimulated
@RequestMapping(path = "/simulator/2010-04-01/Accounts/{account}", produces = "application/json")
class SimulatorController {

    private final TwilioAccount account;
    private final MessageBook book;
    private final MessageCreation creation;
    private final MessageReading reading;
    private final MessageChange change;

    SimulatorController(
            TwilioAccount account,
            MessageBook book,
            MessageCreation creation,
            MessageReading reading,
            MessageChange change) {
        this.account = account;
        this.book = book;
        this.creation = creation;
        this.reading = reading;
        this.change = change;
    }

    /** Runs before every call. */
    @ModelAttribute
    void authenticate(
            @PathVariable("account") String sid,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) String given,
            HttpServletRequest request) {
        if (!BasicCredentials.match(given, account)) {
            throw Refusal.of(20003);
        }
        if (!sid.equals(account.accountSid())) {
            throw notFound(request);
        }
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
        return reading.fetch(sid, () -> notFound(request));
    }

    @PostMapping("/Messages/{sid}.json")
    MessageJson update(
            @PathVariable String sid,
            @RequestParam(name = "Status", required = false) String status,
            @RequestParam(name = "Body", required = false) String body,
            HttpServletRequest request) {
        return change.apply(book.find(sid).orElseThrow(() -> notFound(request)), status, body);
    }

    private static Refusal notFound(HttpServletRequest request) {
        return Refusal.of(20404, request.getRequestURI().substring("/simulator".length()));
    }

    /** The response is named so that nobody writes one. */
    @ExceptionHandler
    void cut(Cut cut, HttpServletRequest request, HttpServletResponse response) {
        cut.now(request);
    }

    @ExceptionHandler
    ResponseEntity<TwilioError> refused(Refusal refusal) {
        TwilioError error = refusal.error();
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(error.status()).contentType(MediaType.APPLICATION_JSON);
        if (error.status() == HttpStatus.UNAUTHORIZED.value()) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Twilio API\"");
        }
        if (refusal.retryAfter() != null) {
            answer.header(
                    HttpHeaders.RETRY_AFTER, String.valueOf(refusal.retryAfter().toSeconds()));
        }
        return answer.body(error);
    }
}
