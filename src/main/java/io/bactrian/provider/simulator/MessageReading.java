package io.bactrian.provider.simulator;

import io.bactrian.provider.simulator.Counters.Count;
import io.bactrian.provider.simulator.fault.Answers;
import io.bactrian.provider.simulator.fault.Faults;
import io.bactrian.provider.simulator.fault.ReadFate;
import io.bactrian.provider.twilio.TwilioAccount;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Lists messages or calls and fetches one, as far as faults let it. */
@Component
@WhileSimulated
class MessageReading {

    private static final Duration COME_AGAIN = Duration.ofSeconds(1);

    private final TwilioAccount account;
    private final MessageBook book;
    private final Faults faults;
    private final Answers answers;
    private final Counters counters;
    private final Clock clock;

    MessageReading(
            TwilioAccount account, MessageBook book, Faults faults, Answers answers, Counters counters, Clock clock) {
        this.account = account;
        this.book = book;
        this.faults = faults;
        this.answers = answers;
        this.counters = counters;
        this.clock = clock;
    }

    Object list(MultiValueMap<String, String> asked) {
        counters.add(Count.LIST_CALLS);
        return answer("list", faults.list(), shown -> {
            MessageQuery query = MessageQuery.of(asked);
            MessageBook.Slice slice =
                    book.newestFirst(query.to(), query.and(shown), query.olderThan(), query.pageSize());
            return MessagePageJson.of(account.accountSid(), asked, query, slice);
        });
    }

    Object listCalls(MultiValueMap<String, String> asked) {
        counters.add(Count.LIST_CALLS);
        return answer("list", faults.list(), shown -> {
            CallQuery query = CallQuery.of(asked);
            MessageQuery common = query.common();
            MessageBook.Slice slice =
                    book.newestFirst(common.to(), query.and(shown), common.olderThan(), common.pageSize());
            return CallPageJson.of(account.accountSid(), asked, common, slice);
        });
    }

    /** @param missing the refusal where there is no such message */
    Object fetch(String sid, Supplier<Refusal> missing) {
        return fetch(sid, message -> !message.isCall(), MessageJson::of, missing);
    }

    /** @param missing the refusal where there is no such call */
    Object fetchCall(String sid, Supplier<Refusal> missing) {
        return fetch(sid, SimulatedMessage::isCall, CallJson::of, missing);
    }

    private Object fetch(
            String sid,
            Predicate<SimulatedMessage> wanted,
            Function<SimulatedMessage, Object> json,
            Supplier<Refusal> missing) {
        counters.add(Count.FETCH_CALLS);
        return answer("fetch", faults.fetch(), shown -> book.find(sid)
                .map(BookEntry::message)
                .filter(wanted.and(shown))
                .map(json)
                .orElseThrow(missing));
    }

    private Object answer(String call, ReadFate fate, Answer good) {
        if (fate.code() != null) {
            counters.addFault(call + (fate.isBusy() ? "-busy" : "-fail"));
        }
        if (fate.isSlow()) {
            counters.addFault(call + "-slow");
        }
        Object answer = fate.code() == null ? good.to(shown(fate.lag())) : Refusal.of(fate.code(), COME_AGAIN);
        return answers.after(fate.delay(), answer);
    }

    private Predicate<SimulatedMessage> shown(Duration lag) {
        return message ->
                lag.isZero() || !message.createdAt().isAfter(clock.instant().minus(lag));
    }

    /** What is answered where no fault comes between, of the messages that show. */
    private interface Answer {

        Object to(Predicate<SimulatedMessage> shown);
    }
}
