package io.bactrian.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bactrian.MovingClock;
import io.bactrian.batches.Batch;
import io.bactrian.batches.BatchState;
import io.bactrian.batches.BatchStatus;
import io.bactrian.conversations.CannedReply;
import io.bactrian.conversations.Conversation;
import io.bactrian.conversations.ConversationEvent;
import io.bactrian.conversations.ConversationEvent.What;
import io.bactrian.conversations.ConversationState;
import io.bactrian.conversations.Inbox;
import io.bactrian.conversations.InboxQuery;
import io.bactrian.conversations.NameTakenException;
import io.bactrian.conversations.Said;
import io.bactrian.conversations.Threads;
import io.bactrian.directory.Group;
import io.bactrian.directory.GroupNameTakenException;
import io.bactrian.directory.Person;
import io.bactrian.domain.AttemptResult;
import io.bactrian.domain.Channel;
import io.bactrian.domain.Claim;
import io.bactrian.domain.Draft;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.Kind;
import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Priority;
import io.bactrian.domain.User;
import io.bactrian.domain.UserStatus;
import io.bactrian.messages.MessageQuery;
import io.bactrian.paging.InvalidCursorException;
import io.bactrian.paging.Page;
import io.bactrian.paging.PageRequest;
import io.bactrian.statistics.Latency;
import io.bactrian.statistics.Slot;
import io.bactrian.statistics.Traffic;
import io.bactrian.statistics.Wait;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What every store has to answer to those at the desk. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DeskContract {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Slot HOUR = new Slot(NOON, NOON.plusSeconds(3_600));
    private static final Slot BEFORE = new Slot(NOON.minusSeconds(3_600), NOON);
    private static final PhoneNumber ANN = new PhoneNumber("+15005550100");
    private static final PhoneNumber BOB = new PhoneNumber("+15005550101");
    private static final PhoneNumber OURS = new PhoneNumber("+15005550006");

    private MovingClock clock;
    private Ports ports;
    private Desk desk;

    protected abstract CamelContext instance() throws Exception;

    /** Of that store, on that clock. */
    protected abstract Desk desk(Clock clock);

    /** Empties the store. */
    protected abstract void empty() throws Exception;

    @AfterAll
    void stop() {
        ports.stop();
    }

    @BeforeEach
    void anEmptyStore() throws Exception {
        if (ports == null) {
            ports = new Ports(instance());
        }
        empty();
        clock = new MovingClock(NOON.plusSeconds(1_800));
        desk = desk(clock);
    }

    @Test
    void countsWhatCameInAndWhatBecameOfWhatWentOut() {
        texts(ANN, "default", NOON.minusSeconds(10), "SM0");
        texts(ANN, "default", NOON.plusSeconds(10), "SM1");
        texts(BOB, "other", NOON.plusSeconds(10), "SM2");
        sent(queued("m1", ANN, Kind.API, null, NOON.plusSeconds(20)), MessageStatus.DELIVERED);
        sent(queued("m2", BOB, Kind.API, null, NOON.plusSeconds(21)), MessageStatus.UNDELIVERED);
        queued("m3", BOB, Kind.API, null, NOON.plusSeconds(22));
        desk.counter().count();
        List<Traffic> traffic = desk.traffic().of("default", List.of(BEFORE, HOUR));
        assertThat(traffic).extracting(Traffic::incoming).containsExactly(1L, 1L);
        assertThat(traffic).extracting(Traffic::allOutgoing).containsExactly(0L, 3L);
        Traffic hour = traffic.get(1);
        assertThat(hour.slot()).isEqualTo(HOUR);
        assertThat(hour.outgoing(MessageStatus.DELIVERED)).isOne();
        assertThat(hour.outgoing(MessageStatus.UNDELIVERED)).isOne();
        assertThat(hour.outgoing(MessageStatus.QUEUED)).isOne();
        assertThat(hour.deliveryRate()).isEqualByComparingTo("0.5");
        assertThat(traffic.get(0).deliveryRate()).isNull();
        assertThat(desk.traffic().tenants()).contains("default");
    }

    @Test
    void countsAgainWhatChangesLater() {
        OutgoingMessage message = queued("m1", ANN, Kind.API, null, NOON.plusSeconds(20));
        desk.counter().count();
        assertThat(hour().outgoing(MessageStatus.QUEUED)).isOne();
        clock.pass(Duration.ofHours(3));
        sent(message, MessageStatus.DELIVERED);
        texts(ANN, "default", NOON.plusSeconds(30), "SMlate");
        desk.counter().count();
        assertThat(hour().outgoing(MessageStatus.QUEUED)).isZero();
        assertThat(hour().outgoing(MessageStatus.DELIVERED)).isOne();
        assertThat(hour().incoming()).isOne();
        assertThat(desk.traffic().asOf("default")).isEqualTo(clock.instant());
    }

    @Test
    void countsWhoOptedOutAndStillDoes() {
        ports.recordOptOut(StoreFixture.wish("w1", ANN, true, NOON.plusSeconds(5)));
        ports.recordOptOut(StoreFixture.wish("w2", BOB, true, NOON.plusSeconds(5)));
        ports.recordOptOut(StoreFixture.wish("w3", BOB, false, NOON.plusSeconds(6)));
        texts(ANN, "default", NOON.plusSeconds(10), "SM1");
        desk.counter().count();
        assertThat(hour().optedOut()).isOne();
    }

    @Test
    void tellsHowLongMessagesTook() {
        texts(ANN, "default", NOON.plusSeconds(10), "SM1");
        sent(queued("ack-SM1", ANN, Kind.ACKNOWLEDGMENT, "SM1", NOON.plusSeconds(11)), null);
        desk.counter().count();
        Latency ack = desk.latencies().of("default", Wait.WEBHOOK_TO_ACKNOWLEDGMENT, HOUR);
        assertThat(ack.count()).isOne();
        assertThat(ack.p50()).isBetween(2_900L, 3_100L);
        Latency sent = desk.latencies().of("default", Wait.QUEUE_TO_PROVIDER, HOUR);
        assertThat(sent.p99()).isBetween(1_930L, 2_070L);
        assertThat(desk.latencies().of("default", Wait.QUEUE_TO_PROVIDER, BEFORE))
                .isEqualTo(new Latency(0, null, null, null));
    }

    @Test
    void tellsWhatWaits() {
        assertThat(desk.backlogs().of("default").oldestQueuedAt()).isNull();
        queued("m1", ANN, Kind.API, null, NOON.plusSeconds(20));
        queued("m2", ANN, Kind.API, null, NOON.plusSeconds(10));
        assertThat(desk.backlogs().of("default").waiting()).isEqualTo(2);
        assertThat(desk.backlogs().of("default").oldestQueuedAt()).isEqualTo(NOON.plusSeconds(10));
        assertThat(desk.backlogs().of("default").unknown()).isZero();
        assertThat(desk.backlogs().of("other").waiting()).isZero();
    }

    @Test
    void anIdStandsForANumberAndTellsNothingOfIt() {
        Conversation begun = with(ANN);
        assertThat(begun.id()).startsWith("conv-").doesNotContain("555");
        assertThat(with(ANN)).isEqualTo(begun);
        assertThat(desk.conversations().with("other", List.of(ANN)).get(ANN).id())
                .isNotEqualTo(begun.id());
        assertThat(desk.conversations().find("default", begun.id())).contains(begun);
        assertThat(desk.conversations().find("other", begun.id())).isEmpty();
        assertThat(desk.conversations().change("other", begun.id(), did(What.CLOSED, null)))
                .isEmpty();
    }

    @Test
    void keepsWhoDidWhat() {
        String id = with(ANN).id();
        change(id, did(What.ASSIGNED, "kim"));
        change(id, did(What.NOTED, "Call back"));
        clock.pass(Duration.ofSeconds(1));
        Conversation closed = change(id, did(What.CLOSED, null));
        assertThat(closed.assignee()).isEqualTo("kim");
        assertThat(closed.isOpen(NOON)).isFalse();
        assertThat(closed.isOpen(clock.instant().plusSeconds(1))).isTrue();
        assertThat(desk.conversations().events("default", id, 10))
                .hasSize(3)
                .first()
                .isEqualTo(did(What.CLOSED, null));
        assertThat(desk.conversations().events("other", id, 10)).isEmpty();
        assertThat(change(id, did(What.OPENED, null)).isOpen(null)).isTrue();
        assertThat(change(id, did(What.ASSIGNED, null)).assignee()).isNull();
    }

    @Test
    void whatCameInSinceItWasReadIsUnread() {
        texts(ANN, "default", NOON.plusSeconds(1), "SM1");
        texts(ANN, "default", NOON.plusSeconds(2), "SM2");
        texts(ANN, "other", NOON.plusSeconds(2), "SM3");
        assertThat(desk.conversations().unread("default", ANN, null)).isEqualTo(2);
        assertThat(desk.conversations().unread("default", ANN, NOON.plusSeconds(1)))
                .isOne();
        Conversation read = change(with(ANN).id(), did(What.READ, null));
        assertThat(read.readBy()).isEqualTo("op");
        assertThat(desk.conversations().unread("default", ANN, read.readAt())).isZero();
        assertThat(desk.conversations().events("default", read.id(), 10)).isEmpty();
    }

    @Test
    void aThreadHasBothDirectionsInPagesThatJoinUp() {
        for (int second = 0; second < 4; second++) {
            texts(ANN, "default", NOON.plusSeconds(second), "SM" + second);
            queued("m" + second, ANN, Kind.API, null, NOON.plusSeconds(second));
        }
        queued("m-bob", BOB, Kind.API, null, NOON);
        Threads threads = new Threads(desk.log());
        List<String> said = new ArrayList<>();
        String cursor = null;
        do {
            Page<Said> page = threads.page(new PageRequest("default", cursor, 3), ANN);
            page.items()
                    .forEach(one -> said.add(
                            one.incoming() == null
                                    ? one.outgoing().id()
                                    : one.incoming().messageSid()));
            cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(said).containsExactly("SM3", "m3", "SM2", "m2", "SM1", "m1", "SM0", "m0");
        assertThatThrownBy(() -> threads.page(new PageRequest("default", "YWJj", 3), ANN))
                .isInstanceOf(InvalidCursorException.class);
    }

    @Test
    void theInboxHasEachPersonOnceWhoeverTextedLastFirst() {
        PhoneNumber cid = new PhoneNumber("+15005550102");
        texts(ANN, "default", NOON.plusSeconds(1), "SM1");
        texts(BOB, "default", NOON.plusSeconds(2), "SM2");
        texts(cid, "default", NOON.plusSeconds(3), "SM3");
        texts(ANN, "default", NOON.plusSeconds(4), "SM4");
        Inbox inbox = new Inbox(desk.log(), desk.conversations(), new Threads(desk.log()));
        Page<ConversationState> first = inbox.page(inboxQuery(null, 2, null));
        Page<ConversationState> second = inbox.page(inboxQuery(first.nextCursor(), 2, null));
        assertThat(people(first)).containsExactly(ANN, cid);
        assertThat(people(second)).containsExactly(BOB);
        assertThat(second.nextCursor()).isNull();
        assertThat(first.items().get(0).unread()).isEqualTo(2);
        change(with(BOB).id(), did(What.CLOSED, null));
        assertThat(people(inbox.page(inboxQuery(null, 10, true)))).containsExactly(ANN, cid);
        texts(BOB, "default", clock.instant().plusSeconds(1), "SM5");
        assertThat(people(inbox.page(inboxQuery(null, 10, true)))).containsExactly(BOB, ANN, cid);
    }

    @Test
    void keepsCannedRepliesOfATenant() {
        CannedReply hours = new CannedReply("r1", "Hours", "Nine to five", NOON, "op");
        CannedReply place = new CannedReply("r2", "Address", "At the lake", NOON, "op");
        desk.replies().create("default", hours);
        desk.replies().create("default", place);
        desk.replies().create("other", new CannedReply("r3", "Hours", "Always", NOON, "op"));
        assertThat(desk.replies().all("default")).containsExactly(place, hours);
        CannedReply taken = new CannedReply("r4", "Hours", "x", NOON, "op");
        assertThatThrownBy(() -> desk.replies().create("default", taken)).isInstanceOf(NameTakenException.class);
        CannedReply renamed = new CannedReply("r2", "Hours", "x", NOON, "op");
        assertThatThrownBy(() -> desk.replies().update("default", renamed)).isInstanceOf(NameTakenException.class);
        assertThat(desk.replies().update("other", hours)).isFalse();
        CannedReply later = new CannedReply("r1", "Hours", "Ten to four", NOON, "kim");
        assertThat(desk.replies().update("default", later)).isTrue();
        assertThat(desk.replies().delete("other", "r2")).isFalse();
        assertThat(desk.replies().delete("default", "r2")).isTrue();
        assertThat(desk.replies().all("default")).containsExactly(later);
    }

    @Test
    void keepsTheGroupsOfATenant() {
        Group night = new Group("g1", "Night shift", 0, NOON, "op");
        Group day = new Group("g2", "Day shift", 0, NOON, "op");
        desk.groups().create("default", night);
        desk.groups().create("default", day);
        desk.groups().create("other", new Group("g3", "Night shift", 0, NOON, "op"));
        assertThat(desk.groups().all("default")).containsExactly(day, night);
        assertThatThrownBy(() -> desk.groups().create("default", new Group("g4", "Day shift", 0, NOON, "op")))
                .isInstanceOf(GroupNameTakenException.class);
        assertThatThrownBy(() -> desk.groups().rename("default", new Group("g1", "Day shift", 0, NOON, "op")))
                .isInstanceOf(GroupNameTakenException.class);
        assertThat(desk.groups().rename("other", night)).isFalse();
        assertThat(desk.groups().delete("other", "g1")).isFalse();
        assertThat(desk.groups().find("other", "g1")).isEmpty();
        assertThat(desk.groups().delete("default", "g2")).isTrue();
        assertThat(desk.groups().all("default")).containsExactly(night);
    }

    @Test
    void knowsWhoIsInAGroup() {
        String ann =
                desk.users().create("default", ANN, "Ann", UserStatus.ACTIVE).id();
        String bob =
                desk.users().create("default", BOB, "Bob", UserStatus.ACTIVE).id();
        desk.groups().create("default", new Group("g1", "Night shift", 0, NOON, "op"));
        for (String id : List.of(ann, bob, ann)) {
            desk.groups().add("default", "g1", id);
        }
        desk.groups().add("other", "g1", bob);
        assertThat(desk.groups().members("default", "g1")).containsExactlyInAnyOrder(ann, bob);
        assertThat(desk.groups().members("other", "g1")).isEmpty();
        assertThat(desk.groups().of("default", ann)).extracting(Group::members).containsExactly(2);
        assertThat(desk.groups().of("other", ann)).isEmpty();
        assertThat(desk.users().find("default", List.of(ann, bob, "none")))
                .extracting(User::name)
                .containsExactlyInAnyOrder("Ann", "Bob");
        assertThat(desk.users().find("other", List.of(ann))).isEmpty();
        desk.groups().remove("other", "g1", ann);
        desk.groups().remove("default", "g1", bob);
        assertThat(desk.groups().rename("default", new Group("g1", "Early shift", 0, NOON, "kim")))
                .isTrue();
        assertThat(desk.groups().find("default", "g1")).contains(new Group("g1", "Early shift", 1, NOON, "kim"));
        assertThat(desk.groups().of("default", bob)).isEmpty();
    }

    @Test
    void listsTheBatchesOfATenantWithHowFarTheyAre() {
        for (int hour = 0; hour < 3; hour++) {
            Instant at = NOON.plusSeconds(hour);
            desk.batches().begin(new Batch("b" + hour, "default", "op", BatchStatus.RUNNING, 2, 1, at));
        }
        desk.batches().begin(new Batch("b9", "other", "op", BatchStatus.RUNNING, 2, 1, NOON));
        Page<BatchState> first = desk.batchList().page(new PageRequest("default", null, 2));
        assertThat(first.items()).extracting(BatchState::batchId).containsExactly("b2", "b1");
        assertThat(first.items().get(0))
                .isEqualTo(desk.batches().find("default", "b2").orElseThrow());
        Page<BatchState> second = desk.batchList().page(new PageRequest("default", first.nextCursor(), 2));
        assertThat(second.items()).extracting(BatchState::batchId).containsExactly("b0");
        assertThat(second.nextCursor()).isNull();
        assertThatThrownBy(() -> desk.batchList().page(new PageRequest("other", first.nextCursor(), 2)))
                .isInstanceOf(InvalidCursorException.class);
    }

    @Test
    void findsUsersWhileSomebodyTypes() {
        desk.lists()
                .create(
                        "default",
                        List.of(
                                new Person(ANN, "Ann", UserStatus.ACTIVE),
                                new Person(BOB, "Anders", UserStatus.INACTIVE),
                                new Person(OURS, "Bob", UserStatus.ACTIVE)));
        desk.lists().create("other", List.of(new Person(ANN, "Anna", UserStatus.ACTIVE)));
        assertThat(names("an")).containsExactly("Anders", "Ann");
        assertThat(names("ANN")).containsExactly("Ann");
        assertThat(names("x")).isEmpty();
        PhoneNumber nobody = new PhoneNumber("+15005550199");
        assertThat(desk.lists().of("default", List.of(ANN, nobody, BOB)))
                .extracting(User::name)
                .containsExactlyInAnyOrder("Ann", "Anders");
        assertThat(desk.lists().of("default", List.of())).isEmpty();
        String bob = desk.lists().search("default", "Bob", 10).get(0).id();
        assertThat(names(bob)).containsExactly("Bob");
        assertThat(desk.lists().search("default", "an", 1)).hasSize(1);
    }

    @Test
    void bringsInWhoIsNotThereYet() {
        desk.users().create("default", ANN, "Ann", UserStatus.ACTIVE);
        assertThat(desk.lists().known("default", List.of(ANN, BOB))).containsExactly(ANN);
        List<Person> people = List.of(
                new Person(ANN, "Somebody else", UserStatus.INACTIVE), new Person(BOB, null, UserStatus.INACTIVE));
        desk.lists().create("default", people);
        desk.lists().create("default", people);
        assertThat(desk.users().page(new PageRequest("default", null, 10)).items())
                .extracting(User::name)
                .containsExactlyInAnyOrder("Ann", null);
    }

    @Test
    void listsTheOldestFirstWhereThatIsAsked() {
        for (int second = 0; second < 5; second++) {
            queued("m" + second, ANN, Kind.API, null, NOON.plusSeconds(second));
        }
        Page<OutgoingMessage> first = oldest(null, null);
        assertThat(first.items()).extracting(OutgoingMessage::id).containsExactly("m0", "m1", "m2");
        assertThat(oldest(first.nextCursor(), null).items())
                .extracting(OutgoingMessage::id)
                .containsExactly("m3", "m4");
        assertThat(oldest(first.nextCursor(), NOON.plusSeconds(4)).items())
                .extracting(OutgoingMessage::id)
                .containsExactly("m3");
    }

    private Page<OutgoingMessage> oldest(String cursor, Instant until) {
        return desk.log().outgoingPage(MessageQuery.all(new PageRequest("default", cursor, 3, true), null, until));
    }

    private List<String> names(String text) {
        return desk.lists().search("default", text, 10).stream().map(User::name).toList();
    }

    private static InboxQuery inboxQuery(String cursor, int limit, Boolean open) {
        return new InboxQuery(new PageRequest("default", cursor, limit), open, null, null);
    }

    private static List<PhoneNumber> people(Page<ConversationState> page) {
        return page.items().stream()
                .map(state -> state.conversation().phoneNumber())
                .toList();
    }

    private Conversation with(PhoneNumber person) {
        return desk.conversations().with("default", List.of(person)).get(person);
    }

    private Conversation change(String id, ConversationEvent event) {
        return desk.conversations().change("default", id, event).orElseThrow();
    }

    private ConversationEvent did(What what, String text) {
        return new ConversationEvent(clock.instant(), "op", what, text);
    }

    private Traffic hour() {
        return desk.traffic().of("default", List.of(HOUR)).get(0);
    }

    private void texts(PhoneNumber who, String tenant, Instant at, String sid) {
        ports.logIncoming(new IncomingMessage(
                sid, who, OURS, "A text.", List.of(), true, false, null, at, tenant, "twilio", Channel.SMS, null));
    }

    private OutgoingMessage queued(String id, PhoneNumber to, Kind kind, String answers, Instant at) {
        Draft draft = new Draft(
                id, to, OURS, Channel.SMS, "Hello", List.of(), kind, Priority.NORMAL, answers, null, "op", "default");
        OutgoingMessage message = OutgoingMessage.queued(draft, at);
        ports.queue(message);
        return message;
    }

    /** Two seconds after it was queued, the provider takes it. */
    private void sent(OutgoingMessage message, MessageStatus reported) {
        Instant at = message.queuedAt().plusSeconds(2);
        OutgoingMessage claimed = ports.claim(Claim.of(10, "one", "here", at, Duration.ofSeconds(60))).stream()
                .filter(found -> found.id().equals(message.id()))
                .findFirst()
                .orElseThrow();
        ports.update(new Outcomes(claimed, AttemptResult.ACCEPTED, MessageStatus.SENT, "SM-" + message.id())
                .at(at)
                .build());
        if (reported != null) {
            ports.report(StoreFixture.report(message.id(), "SM-" + message.id(), reported, reported.toString()));
        }
    }
}
