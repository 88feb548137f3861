package io.bactrian.provider.simulator;

import io.bactrian.domain.PhoneNumber;
import io.bactrian.provider.twilio.TwilioAccount;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;

/** The phones of people who do not exist: each texts the gateway, and shows what it gets back. In memory, the latest. */
@Component
@WhileSimulated
public class SimulatedPhones {

    private static final int MOST = 1_000;
    private static final int SHOWN = 50;

    private final Map<String, Phone> phones = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Phone> eldest) {
            return size() > MOST;
        }
    });
    private final TwilioAccount account;
    private final OwnNumbers own;
    private final MessageBook book;
    private final SignedPost post;
    private final Clock clock;

    SimulatedPhones(TwilioAccount account, OwnNumbers own, MessageBook book, SignedPost post, Clock clock) {
        this.account = account;
        this.own = own;
        this.book = book;
        this.post = post;
        this.clock = clock;
    }

    /**
     * A phone.
     *
     * @param id stands for its number wherever that must not be
     * @param sent what it texted, oldest first
     */
    public record Phone(String id, PhoneNumber number, List<Text> sent) {

        @Override
        public String toString() {
            return "Phone[" + id + "]";
        }
    }

    /**
     * What its screen shows.
     *
     * @param messageSid of a text that it sent, or null where it got it
     * @param at UTC
     * @param arrived whether it got through
     */
    public record Text(String messageSid, String text, Instant at, boolean arrived) {

        @Override
        public String toString() {
            return "Text[" + messageSid + "]";
        }
    }

    /** A phone with that number; the same one each time. */
    public Phone of(PhoneNumber number) {
        synchronized (phones) {
            return phones.values().stream()
                    .filter(phone -> phone.number().equals(number))
                    .findFirst()
                    .orElseGet(() -> made(number));
        }
    }

    /** Nothing where it was forgotten. */
    public Optional<Phone> find(String id) {
        return Optional.ofNullable(phones.get(id));
    }

    /** Texts the gateway as Twilio would bring it, and waits until that is answered. */
    public void text(Phone phone, String body) {
        LinkedMultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("From", phone.number().value());
        form.add("Body", body);
        IncomingText text = IncomingText.of(form, account);
        own.texted(text.parameters().get("To"));
        phone.sent().add(new Text(text.messageSid(), body, clock.instant(), posted(text)));
    }

    /** What it sent and what it got, oldest first. */
    public List<Text> screen(Phone phone) {
        List<Text> screen = new ArrayList<>(phone.sent());
        book.newestFirst(phone.number().value(), SimulatedPhones::isThere, null, SHOWN).messages().stream()
                .map(message -> new Text(null, message.body(), message.sentAt(), true))
                .forEach(screen::add);
        screen.sort(Comparator.comparing(Text::at));
        return screen.subList(Math.max(0, screen.size() - SHOWN), screen.size());
    }

    private Phone made(PhoneNumber number) {
        Phone phone = new Phone(UUID.randomUUID().toString(), number, new CopyOnWriteArrayList<>());
        phones.put(phone.id(), phone);
        return phone;
    }

    private boolean posted(IncomingText text) {
        try {
            String attempt = UUID.randomUUID().toString();
            return PlayedText.Answer.of(post.postToGateway("/webhooks/twilio/incoming", text.parameters(), attempt)
                            .join())
                    .isTaken();
        } catch (CompletionException e) {
            return false; // the phone shows that it did not get through
        }
    }

    private static boolean isThere(SimulatedMessage message) {
        return !message.isCall() && message.status() == Status.DELIVERED;
    }
}
