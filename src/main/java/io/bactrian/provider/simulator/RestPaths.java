package io.bactrian.provider.simulator;

import io.bactrian.provider.simulator.fault.Cut;
import io.bactrian.provider.twilio.TwilioAccount;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What holds for every one of Twilio's REST paths: whose credentials they take, and how they refuse. */
@RestControllerAdvice(assignableTypes = {SimulatorController.class, CallController.class, AccountController.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
@WhileSimulated
class RestPaths {

    private final TwilioAccount account;

    RestPaths(TwilioAccount account) {
        this.account = account;
    }

    /** Runs before every call. */
    @ModelAttribute
    void authenticate(
            @PathVariable(name = "account", required = false) String sid,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) String given,
            HttpServletRequest request) {
        if (!BasicCredentials.match(given, account)) {
            throw Refusal.of(20003);
        }
        if (sid != null && !sid.equals(account.accountSid())) {
            throw notFound(request);
        }
    }

    static Refusal notFound(HttpServletRequest request) {
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
