package io.bactrian.store.firestore;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.firestore.Firestore;
import io.bactrian.directory.UserDirectory;
import io.bactrian.domain.MessageStatus;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.User;
import io.bactrian.domain.UserStatus;
import io.bactrian.firestore.FirestoreEmulator;
import io.bactrian.messages.MessageLog;
import io.bactrian.paging.PageRequest;
import io.bactrian.store.QueriesContract;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FirestoreEmulator.class)
class FirestoreQueriesTests extends QueriesContract {

    private static final PhoneNumber BOB = new PhoneNumber("+12025550102");

    private final Firestore firestore = FirestoreEmulator.client();

    @Override
    protected void empty() {
        FirestoreEmulator.wipe();
    }

    @Override
    protected UserDirectory users(Clock clock) {
        return new FirestoreUserDirectory(firestore, clock);
    }

    @Override
    protected MessageLog log() {
        return FirestoreAdapter.log(firestore);
    }

    @Override
    protected void store(OutgoingMessage message, MessageStatus status) throws Exception {
        Map<String, Object> fields = new OutgoingDocuments().of(message);
        fields.put("status", status.toString());
        firestore
                .collection("outgoingMessages")
                .document(message.id())
                .set(fields)
                .get();
    }

    @Test
    void noNumberIsInAUsersIdOrInACursor() {
        UserDirectory users = users(Clock.systemUTC());
        users.create("default", BOB, null, UserStatus.ACTIVE);
        users.create("default", new PhoneNumber("+12025550103"), null, UserStatus.ACTIVE);
        String cursor = users.page(new PageRequest("default", null, 1)).nextCursor();
        assertThat(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8))
                .doesNotContain("555");
        assertThat(users.page(new PageRequest("default", cursor, 1)).items())
                .singleElement()
                .satisfies(user -> assertThat(user.id()).doesNotContain("555"));
    }

    @Test
    void aNewUserWhoHasOptedOutBeforeIsOptedOut() throws Exception {
        firestore
                .collection("optOuts")
                .document(BOB.value())
                .set(Map.of(
                        "phoneNumber",
                        BOB.value(),
                        "optedOut",
                        true,
                        "changedAt",
                        com.google.cloud.Timestamp.MIN_VALUE))
                .get();
        User bob = users(Clock.systemUTC()).create("default", BOB, "Bob", UserStatus.ACTIVE);
        assertThat(bob.optedOut()).isTrue();
        assertThat(firestore
                        .collection("users")
                        .document(BOB.value())
                        .get()
                        .get()
                        .getBoolean("optedOut"))
                .isTrue();
    }
}
