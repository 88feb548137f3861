package io.bactrian.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bactrian.directory.NumberTakenException;
import io.bactrian.directory.UserDirectory;
import io.bactrian.domain.Channel;
import io.bactrian.domain.Draft;
import io.bactrian.domain.Kind;
import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Priority;
import io.bactrian.domain.User;
import io.bactrian.domain.UserStatus;
import io.bactrian.messages.MessageLog;
import io.bactrian.messages.MessageQuery;
import io.bactrian.paging.InvalidCursorException;
import io.bactrian.paging.Page;
import io.bactrian.paging.PageRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store has to answer to people's questions. */
public abstract class QueriesContract {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.123456Z");
    private static final PhoneNumber ADA = new PhoneNumber("+12025550101");
    private static final PhoneNumber BOB = new PhoneNumber("+12025550102");

    private UserDirectory users;
    private MessageLog log;

    /** A fresh, empty store. */
    protected abstract void empty() throws Exception;

    protected abstract UserDirectory users(Clock clock);

    protected abstract MessageLog log();

    /** Puts a message into the store, in that status. */
    protected abstract void store(OutgoingMessage message, MessageStatus status) throws Exception;

    @BeforeEach
    void start() throws Exception {
        empty();
        users = users(Clock.fixed(NOW, ZoneOffset.UTC));
        log = log();
    }

    @Test
    void keepsUsers() {
        User ada = users.create("default", ADA, "Ada", UserStatus.ACTIVE);
        assertThat(ada).isEqualTo(new User(ada.id(), ADA, "Ada", UserStatus.ACTIVE, false, null, "default", NOW));
        assertThat(users.find("default", ada.id())).contains(ada);
        assertThat(users.update("default", ada.id(), null, UserStatus.INACTIVE)).hasValueSatisfying(user -> {
            assertThat(user.name()).isEqualTo("Ada");
            assertThat(user.status()).isEqualTo(UserStatus.INACTIVE);
        });
        assertThat(users.update("default", ada.id(), "Countess", null)
                        .orElseThrow()
                        .name())
                .isEqualTo("Countess");
    }

    @Test
    void keepsANumberForOneUserOfATenantOnly() {
        users.create("default", ADA, null, UserStatus.ACTIVE);
        assertThatThrownBy(() -> users.create("default", ADA, null, UserStatus.ACTIVE))
                .isInstanceOf(NumberTakenException.class)
                .hasNoCause();
        User others = users.create("other", ADA, "Ada", UserStatus.ACTIVE);
        assertThat(users.find("other", others.id())).contains(others);
        assertThatThrownBy(() -> users.create("other", ADA, null, UserStatus.ACTIVE))
                .isInstanceOf(NumberTakenException.class);
        assertThat(users.page(new PageRequest("default", null, 10)).items()).hasSize(1);
    }

    @Test
    void keepsTenantsApart() {
        String id = users.create("default", ADA, "Ada", UserStatus.ACTIVE).id();
        assertThat(users.find("other", id)).isEmpty();
        assertThat(users.update("other", id, "Eve", null)).isEmpty();
        assertThat(users.page(new PageRequest("other", null, 10)).items()).isEmpty();
        assertThat(users.find("default", id).orElseThrow().name()).isEqualTo("Ada");
    }

    @Test
    void knowsNobodyByAnIdThatIsNone() {
        assertThat(users.find("default", "ada")).isEmpty();
        assertThat(users.find("default", "99999999999999999999")).isEmpty();
    }

    @Test
    void givesPagesThatJoinUp() {
        for (int number = 100; number < 105; number++) {
            users.create("default", new PhoneNumber("+12025550" + number), null, UserStatus.ACTIVE);
        }
        Page<User> first = users.page(new PageRequest("default", null, 3));
        Page<User> second = users.page(new PageRequest("default", first.nextCursor(), 3));
        assertThat(first.items())
                .extracting(user -> user.phoneNumber().value())
                .containsExactly("+12025550104", "+12025550103", "+12025550102");
        assertThat(second.items())
                .extracting(user -> user.phoneNumber().value())
                .containsExactly("+12025550101", "+12025550100");
        assertThat(second.nextCursor()).isNull();
        assertThat(users.page(new PageRequest("default", null, 5)).nextCursor()).isNull();
    }

    @Test
    void takesNoCursorThatItDidNotGive() {
        for (String cursor : List.of("abc", "YWJj", "", "*", "OTk5OTk5OTk5OTk5OTk5OTk5LjE", "MS4")) {
            assertThatThrownBy(() -> users.page(new PageRequest("default", cursor, 3)))
                    .isInstanceOf(InvalidCursorException.class);
        }
    }

    @Test
    void findsOutgoingMessagesByWhatIsAsked() throws Exception {
        outgoing("msg-1", MessageStatus.QUEUED, Kind.API, NOW);
        outgoing("msg-2", MessageStatus.SENT, Kind.AUTO_REPLY, NOW.plusSeconds(60));
        assertThat(ids(null, null, null, null)).containsExactly("msg-2", "msg-1");
        assertThat(ids(MessageStatus.SENT, null, null, null)).containsExactly("msg-2");
        assertThat(ids(null, Kind.AUTO_REPLY, null, null)).containsExactly("msg-2");
        assertThat(ids(null, null, NOW.plusSeconds(1), null)).containsExactly("msg-2");
        assertThat(ids(null, null, NOW, NOW.plusSeconds(60))).containsExactly("msg-1");
        assertThat(ids(MessageStatus.SENT, Kind.API, NOW, NOW)).isEmpty();
    }

    @Test
    void listsMessagesByTimeInPagesThatJoinUp() throws Exception {
        outgoing("old", MessageStatus.QUEUED, Kind.API, NOW.minusSeconds(60));
        for (String id : List.of("a", "b", "c", "d")) {
            outgoing(id, MessageStatus.QUEUED, Kind.API, NOW);
        }
        outgoing("older", MessageStatus.QUEUED, Kind.API, NOW.minusSeconds(120));
        Page<OutgoingMessage> first = outgoingPage(null, NOW.plusSeconds(1));
        Page<OutgoingMessage> second = outgoingPage(first.nextCursor(), NOW.plusSeconds(1));
        assertThat(first.items()).extracting(OutgoingMessage::id).containsExactly("d", "c", "b");
        assertThat(second.items()).extracting(OutgoingMessage::id).containsExactly("a", "old", "older");
        assertThat(second.nextCursor()).isNull();
        assertThat(outgoingPage(first.nextCursor(), NOW).items())
                .extracting(OutgoingMessage::id)
                .containsExactly("old", "older");
    }

    private Page<OutgoingMessage> outgoingPage(String cursor, Instant until) {
        return log.outgoingPage(MessageQuery.all(new PageRequest("default", cursor, 3), null, until));
    }

    @Test
    void givesAMessageAsItWasStored() throws Exception {
        outgoing("msg-1", MessageStatus.QUEUED, Kind.AUTO_REPLY, NOW);
        OutgoingMessage message =
                log.outgoingPage(query(null, null, null, null)).items().get(0);
        assertThat(message.phoneNumber()).isEqualTo(ADA);
        assertThat(message.from()).isNull();
        assertThat(message.queuedAt()).isEqualTo(NOW);
        assertThat(message.priority()).isEqualTo(Priority.URGENT);
        assertThat(message.segments()).isNull();
        assertThat(message.mediaUrl()).containsExactly("https://example.org/a");
        assertThat(log.status("default", "msg-1").orElseThrow().history()).hasSize(1);
        assertThat(log.status("default", "msg-1").orElseThrow().segments())
                .as("an estimate, as no provider has said it")
                .isOne();
        assertThat(log.status("default", "msg-2")).isEmpty();
    }

    @Test
    void findsOutgoingMessagesByPersonBatchAndText() throws Exception {
        store(message("msg-1", ADA, "Hello, World", "batch-1", NOW), MessageStatus.QUEUED);
        store(message("msg-2", BOB, "hello again", "batch-1", NOW.plusSeconds(1)), MessageStatus.SENT);
        store(message("msg-3", ADA, "100 % sure_", null, NOW.plusSeconds(2)), MessageStatus.SENT);
        assertThat(ids(ADA, null, null)).containsExactly("msg-3", "msg-1");
        assertThat(ids(ADA, null, "batch-1")).containsExactly("msg-1");
        assertThat(ids(null, null, "batch-1")).containsExactly("msg-2", "msg-1");
        assertThat(ids(null, "HELLO", null)).containsExactly("msg-2", "msg-1");
        assertThat(ids(ADA, "hello", null)).containsExactly("msg-1");
        assertThat(ids(null, "% s", null)).containsExactly("msg-3");
        assertThat(ids(null, "e_w", null)).as("no wildcard").isEmpty();
        assertThat(ids(null, null, "batch-2")).isEmpty();
    }

    private List<String> ids(PhoneNumber person, String text, String batchId) {
        MessageQuery query = new MessageQuery(
                new PageRequest("default", null, 10), null, null, null, null, null, person, text, batchId);
        return log.outgoingPage(query).items().stream().map(OutgoingMessage::id).toList();
    }

    @Test
    void turnsThePagesOfASearchToItsEnd() throws Exception {
        for (int number = 0; number < 7; number++) {
            String text = number % 3 == 0 ? "needle " + number : "hay";
            store(message("msg-" + number, ADA, text, null, NOW.plusSeconds(number)), MessageStatus.SENT);
        }
        List<String> found = new ArrayList<>();
        String cursor = null;
        do {
            MessageQuery query = new MessageQuery(
                    new PageRequest("default", cursor, 1), null, null, null, null, null, null, "needle", null);
            Page<OutgoingMessage> page = log.outgoingPage(query);
            page.items().forEach(message -> found.add(message.id()));
            cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(found).containsExactly("msg-6", "msg-3", "msg-0");
    }

    private List<String> ids(MessageStatus status, Kind kind, Instant since, Instant until) {
        return log.outgoingPage(query(status, kind, since, until)).items().stream()
                .map(OutgoingMessage::id)
                .toList();
    }

    private static MessageQuery query(MessageStatus status, Kind kind, Instant since, Instant until) {
        return new MessageQuery(new PageRequest("default", null, 10), status, kind, null, since, until);
    }

    private static OutgoingMessage message(String id, PhoneNumber to, String text, String batchId, Instant at) {
        Draft draft = new Draft(
                id, to, null, Channel.SMS, text, List.of(), Kind.API, Priority.LOW, null, null, null, "default");
        return OutgoingMessage.queued(draft, at, batchId);
    }

    private void outgoing(String id, MessageStatus status, Kind kind, Instant at) throws Exception {
        Draft draft = new Draft(
                id,
                ADA,
                null,
                Channel.SMS,
                "hello",
                List.of("https://example.org/a"),
                kind,
                Priority.URGENT,
                null,
                null,
                null,
                "default");
        store(OutgoingMessage.queued(draft, at), status);
    }
}
