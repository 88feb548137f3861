package io.bactrian.api;

import io.bactrian.domain.Channel;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.Media;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.User;
import io.bactrian.domain.UserStatus;
import io.bactrian.security.Caller;
import io.bactrian.trial.Candidate;
import io.bactrian.trial.Sample;
import io.bactrian.trial.Stage;
import io.bactrian.trial.TrialRefused;
import io.bactrian.trial.TrialResult;
import io.bactrian.web.FieldError;
import io.bactrian.web.Problem;
import io.bactrian.web.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Plays texts without doing anything. Whoever may call this belongs to the one tenant that runs the gateway. */
@Component
public class TrialRequests {

    private final Semaphore oneAtATime = new Semaphore(1);
    private final PhoneNumbers numbers;
    private final Stage stage;
    private final Clock clock;

    TrialRequests(PhoneNumbers numbers, Stage stage, Clock clock) {
        this.numbers = numbers;
        this.stage = stage;
        this.clock = clock;
    }

    /** @throws Refused where a number can be none */
    public TrialDraft draft(TrialRequest request, Caller caller) {
        List<Media> media = request.mediaUrl() == null
                ? List.of()
                : request.mediaUrl().stream().map(url -> new Media(url, null)).toList();
        IncomingMessage message = new IncomingMessage(
                "SMtrial" + UUID.randomUUID().toString().replace("-", "").substring(0, 16),
                number("from", request.from()),
                request.to() == null ? null : number("to", request.to()),
                Texts.checked("body", request.body()),
                media,
                false,
                false,
                null,
                clock.instant(),
                caller.tenant(),
                "trial",
                media.isEmpty() ? Channel.SMS : Channel.MMS,
                null);
        return new TrialDraft(message, request);
    }

    private PhoneNumber number(String field, String text) {
        return numbers.read(text).orElseThrow(() -> Refused.unprocessable(field, "is not a possible phone number"));
    }

    /**
     * @param known whom the directory knows under that number, or null
     * @throws Refused where the flows or the candidate cannot be tried, or another trial is under way
     */
    public TrialResult play(TrialDraft draft, User known) {
        if (!oneAtATime.tryAcquire()) {
            throw new Refused(Problem.tooMany("Another trial is under way.", Duration.ofSeconds(2)));
        }
        try {
            TrialRequest request = draft.request();
            Sample sample = new Sample(draft.message(), user(draft, known), Boolean.TRUE.equals(request.duplicate()));
            return stage.play(sample, request.candidate() == null ? null : new Candidate(request.candidate()));
        } catch (TrialRefused e) {
            List<FieldError> errors = e.reasons().stream()
                    .map(reason -> new FieldError(draft.request().candidate() == null ? "routes" : "candidate", reason))
                    .toList();
            throw new Refused(Problem.of(422, "This cannot be tried.", errors));
        } finally {
            oneAtATime.release();
        }
    }

    private static User user(TrialDraft draft, User known) {
        TrialRequest said = draft.request();
        boolean registered = said.registered() == null ? known != null && known.isActive() : said.registered();
        boolean optedOut = said.optedOut() == null ? known != null && known.optedOut() : said.optedOut();
        if (known == null && !registered && !optedOut) {
            return null;
        }
        return new User(
                "trial",
                draft.message().phoneNumber(),
                null,
                registered ? UserStatus.ACTIVE : UserStatus.INACTIVE,
                optedOut,
                optedOut ? Instant.EPOCH : null,
                draft.message().tenant(),
                Instant.EPOCH);
    }
}
