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
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Takes messages, or not, and answers, or not. */
@Component
@WhileSimulated
class MessageCreation {

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
        counters.add(Count.CREATE_CALLS);
        CreateFate fate = faults.create(form.getFirst("To"), form.getFirst("Body"), form.getFirst("StatusCallback"));
        count(fate);
        return fate.fault().accepts() ? accept(form, fate, request, response) : reject(fate);
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

    private Object accept(
            MultiValueMap<String, String> form,
            CreateFate fate,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        SimulatedMessage message;
        try {
            message = new NewMessage(form, account, own).accept(fate.ending(), clock.instant());
        } catch (Refusal refusal) {
            return refused(refusal, fate);
        }
        CompletableFuture<Void> answerable = take(message, fate);
        MessageJson answer = MessageJson.of(message);
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
