package io.bactrian.provider.twilio;

import com.twilio.exception.ApiException;
import io.bactrian.domain.Channel;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.ProviderException;
import io.bactrian.domain.ProviderException.Failure;
import io.bactrian.provider.twilio.TwilioError.Meaning;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.springframework.stereotype.Component;

/** Says what a failed call to Twilio means for the message: the one place that does. */
@Component
public class TwilioFailures {

    /** What can only happen before the first byte of a request has left. */
    private static final Set<Class<? extends Throwable>> NEVER_LEFT = Set.of(
            ConnectException.class,
            HttpConnectTimeoutException.class,
            NoRouteToHostException.class,
            RejectedExecutionException.class,
            SSLHandshakeException.class,
            UnknownHostException.class,
            UnresolvedAddressException.class);

    private static final String UNREACHABLE = "Twilio could not be reached";
    private static final String NO_ANSWER = "no answer from Twilio";
    private static final String ANSWERED = "Twilio answered HTTP ";
    private static final Set<Integer> ACCOUNT_STATUSES = Set.of(401, 403, 404, 407);
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;

    private final UnknownCodes unknown;

    TwilioFailures(UnknownCodes unknown) {
        this.unknown = unknown;
    }

    /** Ends the call with what {@link #from(Throwable, OutgoingMessage)} makes of its failure. */
    public void raise(Throwable thrown, OutgoingMessage message) {
        throw from(thrown, message);
    }

    /** As {@link #from(Throwable, OutgoingMessage)}, for a message that named no sender. */
    public ProviderException from(Throwable thrown) {
        return translate(thrown, false);
    }

    /**
     * @param thrown whatever the call ended with, wrapped or not
     * @param message the one that was to be sent: a refused sender is its own fault where it named one, or is a call,
     *     since the account's sender may be one that can text and cannot call, and texts must not wait for that
     */
    public ProviderException from(Throwable thrown, OutgoingMessage message) {
        return translate(thrown, message.from() != null || message.channel() == Channel.VOICE);
    }

    private ProviderException translate(Throwable thrown, boolean ownSender) {
        ProviderException known = find(thrown, ProviderException.class);
        if (known != null) {
            return known;
        }
        ApiException call = find(thrown, ApiException.class);
        return call == null || call.getStatusCode() == null ? unanswered(thrown) : answered(call, ownSender);
    }

    /** Whether a reason of ours says that Twilio was not there, and so nothing about what it was asked. */
    static boolean isAway(String reason) {
        return reason.equals(UNREACHABLE) || reason.equals(NO_ANSWER) || reason.startsWith(ANSWERED + 5);
    }

    private static ProviderException unanswered(Throwable thrown) {
        return causes(thrown).anyMatch(cause -> NEVER_LEFT.stream().anyMatch(type -> type.isInstance(cause)))
                ? ProviderException.away(null, UNREACHABLE, null)
                : new ProviderException(Failure.UNKNOWN, null, NO_ANSWER, null);
    }

    private ProviderException answered(ApiException call, boolean ownSender) {
        TwilioError error = TwilioErrorCodes.find(call.getCode());
        unknown.note(call.getCode());
        Failure failure = failure(call.getStatusCode(), error, ownSender);
        String code = call.getCode() == null ? null : call.getCode().toString();
        String reason = error == null ? ANSWERED + call.getStatusCode() : error.reason();
        // A cap of a day is a sender's or a channel's: others may go through.
        boolean busy =
                call.getStatusCode() == TOO_MANY_REQUESTS && (error == null || error.meaning() != Meaning.NEXT_DAY);
        return busy
                ? ProviderException.away(code, reason, wait(call, error))
                : new ProviderException(failure, code, reason, wait(call, error));
    }

    private static Failure failure(int status, TwilioError error, boolean ownSender) {
        if (status == TOO_MANY_REQUESTS) {
            return Failure.NOT_SENT; // documented as never processed
        }
        if (status < 300 || status == REQUEST_TIMEOUT || status >= 500) {
            return Failure.UNKNOWN;
        }
        if (error != null) {
            return failure(error.meaning(), ownSender);
        }
        return status < 400 || ACCOUNT_STATUSES.contains(status) ? Failure.CONFIGURATION : Failure.REJECTED;
    }

    private static Failure failure(Meaning meaning, boolean ownSender) {
        return switch (meaning) {
            case RETRY, NEXT_DAY -> Failure.NOT_SENT;
            case CONFIGURATION -> Failure.CONFIGURATION;
            case SENDER -> ownSender ? Failure.REJECTED : Failure.CONFIGURATION;
            case PERMANENT, OPT_OUT -> Failure.REJECTED;
        };
    }

    private static Duration wait(ApiException call, TwilioError error) {
        Duration asked = call instanceof TwilioCallFailed failed ? failed.retryAfter() : null;
        return asked == null && error != null && error.meaning() == Meaning.NEXT_DAY ? A_DAY : asked;
    }

    private static <T extends Throwable> T find(Throwable thrown, Class<T> type) {
        return causes(thrown)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    /** Ends after a while, so that causes in a circle do no harm. */
    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
