package io.bactrian.provider.simulator;

import io.bactrian.provider.simulator.Counters.Count;
import io.bactrian.provider.simulator.fault.Answers;
import io.bactrian.provider.simulator.fault.CreateFate;
import io.bactrian.provider.simulator.fault.Fault;
import io.bactrian.provider.simulator.fault.Faults;
import io.bactrian.provider.twilio.TwilioAccount;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Takes messages and calls, or not, and answers, or not. */
@Component
@WhileSimulated
class MessageCreation {

    /**
     * What a form asks for.
     *
     * @param text what the recipient would read or hear, or null
     * @param accept makes what is taken, given how it ends and the time
     * @param json what is answered of it
     */
    private record Asked(
            MultiValueMap<String, String> form,
            String text,
            BiFunction<String, Instant, SimulatedMessage> accept,
            Function<SimulatedMessage, Object> json) {

        @Override
        public String toString() {
            return "Asked[]";
        }
    }

    private final TwilioAccount account;
    private final OwnNumbers own;
    private final MessageBook book;
    private final StatusWalk walk;
    private final Faults faults;
    private final Answers answers;
    private final Counters counters;
    private final Clock clock;

    MessageCreation(
            TwilioAccount account,
            OwnNumbers own,
            MessageBook book,
            StatusWalk walk,
            Faults faults,
            Answers answers,
            Counters counters,
            Clock clock) {
        this.account = account;
        this.own = own;
        this.book = book;
        this.walk = walk;
        this.faults = faults;
        this.answers = answers;
        this.counters = counters;
        this.clock = clock;
    }

    /**
     * What the controller is to answer: a value, the promise of one, or null where it is to answer nothing.
     *
     * @throws Refusal where Twilio would refuse, or fail
     */
    Object answer(MultiValueMap<String, String> form, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        NewMessage message = new NewMessage(form, account, own);
        Asked asked = new Asked(form, form.getFirst("Body"), message::accept, MessageJson::of);
        return answer(asked, request, response);
    }

    /** As {@link #answer(MultiValueMap, HttpServletRequest, HttpServletResponse)}, to whoever wants a call placed. */
    Object answerCall(MultiValueMap<String, String> form, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        NewCall call = new NewCall(form, account, own);
        return answer(new Asked(form, call.say(), call::accept, CallJson::of), request, response);
    }

    private Object answer(Asked asked, HttpServletRequest request, HttpServletResponse response) throws IOException {
        counters.add(Count.CREATE_CALLS);
        MultiValueMap<String, String> form = asked.form();
        CreateFate fate = faults.create(form.getFirst("To"), asked.text(), form.getFirst("StatusCallback"));
        count(fate);
        return fate.fault().accepts() ? accept(asked, fate, request, response) : reject(fate);
    }

    private void count(CreateFate fate) {
        if (fate.fault() != Fault.NONE) {
            counters.addFault(fate.fault().toString());
        }
        if (fate.isSlow()) {
            counters.addFault("slow");
        }
    }

    private Object reject(CreateFate fate) {
        return switch (fate.fault()) {
            case HANG_BEFORE -> answers.never(fate.hang());
            case CUT_BEFORE -> answers.cut();
            default -> refused(Refusal.of(fate.code(), fate.retryAfter()), fate);
        };
    }

    private Object refused(Refusal refusal, CreateFate fate) {
        if (refusal.error().status() < 500) {
            counters.add(Count.REFUSED);
        }
        return answers.after(fate.delay(), refusal);
    }

    private Object accept(Asked asked, CreateFate fate, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        SimulatedMessage message;
        try {
            message = asked.accept().apply(fate.ending(), clock.instant());
        } catch (Refusal refusal) {
            return refused(refusal, fate);
        }
        CompletableFuture<Void> answerable = take(message, fate);
        Object answer = asked.json().apply(message);
        return switch (fate.fault()) {
            case HANG_AFTER -> answers.never(fate.hang());
            case CUT_AFTER -> answers.cut();
            case CUT_MIDWAY -> answers.cutMidway(answer, request, response);
            case FAIL_AFTER -> answers.after(answerable, fate.delay(), Refusal.of(fate.code()));
            default -> answers.after(answerable, fate.delay(), answer);
        };
    }

    /** The answer is when the caller may be answered. */
    private CompletableFuture<Void> take(SimulatedMessage message, CreateFate fate) {
        counters.add(Count.ACCEPTED);
        BookEntry entry = new BookEntry(message, fate.fault());
        book.add(entry);
        return walk.begin(entry, fate.reporting());
    }
}
