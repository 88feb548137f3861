package io.bactrian.provider.simulator;

import io.bactrian.provider.twilio.TwilioAccount;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;

/** Plays a text that comes in: posts it as Twilio would, and shows what the sender's phone gets back. */
@RestController
@WhileSimulated
class IncomingController {

    private final TwilioAccount account;
    private final OwnNumbers own;
    private final MessageBook book;
    private final SignedPost signedPost;
    private final Duration wait;

    IncomingController(
            TwilioAccount account,
            MessageBook book,
            SignedPost signedPost,
            SimulatorSettings settings,
            OwnNumbers own) {
        this.own = own;
        this.account = account;
        this.book = book;
        this.signedPost = signedPost;
        this.wait = settings.acknowledgmentWait();
    }

    /** Answers when the acknowledgment is there, or when the wait is over; no thread waits meanwhile. */
    @PostMapping(path = "/simulator/incoming", produces = MediaType.APPLICATION_JSON_VALUE)
    CompletableFuture<PlayedText> play(
            @RequestParam MultiValueMap<String, String> form,
            @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) MediaType type) {
        refuseUnlessForm(type);
        IncomingText text = IncomingText.of(form, account);
        own.texted(text.parameters().get("To"));
        long start = System.nanoTime();
        CompletableFuture<SimulatedMessage> sentBack = book.next(text);
        return signedPost
                .postToGateway(
                        "/webhooks/twilio/incoming",
                        text.parameters(),
                        UUID.randomUUID().toString())
                .thenApply(PlayedText.Answer::of)
                .thenCompose(answer -> (answer.isTaken() ? inTime(sentBack) : nothing())
                        .thenApply(message -> played(text, answer, message, start)))
                .whenComplete((played, failure) -> sentBack.cancel(false));
    }

    private CompletableFuture<SimulatedMessage> inTime(CompletableFuture<SimulatedMessage> sentBack) {
        return sentBack.completeOnTimeout(null, wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static CompletableFuture<SimulatedMessage> nothing() {
        return CompletableFuture.completedFuture(null);
    }

    private static PlayedText played(IncomingText text, PlayedText.Answer answer, SimulatedMessage back, long start) {
        long elapsed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        return new PlayedText(text.messageSid(), answer, PlayedText.Acknowledgment.of(back), elapsed);
    }

    /** A body that is no form has no fields, and would play the default text in silence. */
    private static void refuseUnlessForm(MediaType type) {
        if (type != null && !type.isCompatibleWith(MediaType.APPLICATION_FORM_URLENCODED)) {
            throw new UnsupportedMediaTypeStatusException(type, List.of(MediaType.APPLICATION_FORM_URLENCODED));
        }
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notAForm(UnsupportedMediaTypeStatusException refused) {
        return answer(refused.getBody());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> badField(BadField bad) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, bad.getMessage());
        problem.setProperty("field", bad.field());
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unanswered(IOException failure) {
        return answer(ProblemDetail.forStatusAndDetail(HttpStatus.BAD_GATEWAY, "The gateway's webhook did not answer"));
    }

    /** JSON whatever the caller accepts: an XML writer is on the class path too, and would be chosen by some. */
    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
