package io.bactrian.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.bactrian.Gateway;
import io.bactrian.client.ApiException;
import io.bactrian.client.api.AccessApi;
import io.bactrian.client.api.MessagesApi;
import io.bactrian.client.api.OlderApi;
import io.bactrian.client.api.OperationsApi;
import io.bactrian.client.api.UsersApi;
import io.bactrian.client.model.BulkRequest;
import io.bactrian.client.model.BulkResult;
import io.bactrian.client.model.MessageStatus;
import io.bactrian.client.model.NewKey;
import io.bactrian.client.model.NewUser;
import io.bactrian.client.model.OlderMessage;
import io.bactrian.client.model.Problem;
import io.bactrian.client.model.Scope;
import io.bactrian.client.model.SendRequest;
import io.bactrian.client.model.SendResult;
import io.bactrian.client.model.User;
import io.bactrian.client.model.UserChange;
import io.bactrian.client.model.UserStatus;
import io.bactrian.failure.DeadLetters;
import io.bactrian.provider.twilio.TwilioAccount;
import io.bactrian.provider.twilio.TwilioSignature;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A client that a generator made of the contract drives the gateway. It is made anew by each build. */
@ApiTest
class GeneratedClientTests {

    @Autowired
    private ApiClient api;

    @Autowired
    private TwilioAccount account;

    private io.bactrian.client.ApiClient client;

    @Autowired
    private DeadLetters letters;

    @BeforeEach
    void connect() {
        client = new io.bactrian.client.ApiClient();
        client.updateBaseUri("http://localhost:" + api.port());
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + ApiClient.tokenOfAll()));
    }

    @Test
    void sendsAMessageAndSeesItDelivered() throws ApiException {
        MessagesApi messages = new MessagesApi(client);
        SendResult sent = messages.sendSms(to(WorldAround.TAKEN, "by a generated client"), null, null);
        assertThat(sent.getStatus()).isEqualTo(SendResult.StatusEnum.SENT);
        report(sent.getId(), sent.getProviderMessageId());
        await().until(() -> messages.smsStatus(sent.getId()).getMessageState().getStatus() == MessageStatus.DELIVERED);
        assertThat(messages.smsStatus(sent.getId()).getMessageState().getTo()).isEqualTo("+1•••••••106");
    }

    @Test
    void sendsManyAndSeesHowFarTheyAre() throws ApiException {
        MessagesApi messages = new MessagesApi(client);
        BulkResult batch = messages.sendBulk(
                new BulkRequest().messages(List.of(to(WorldAround.TAKEN, "one of many"), to("50055", "no number"))),
                null);
        assertThat(batch.getAccepted()).isEqualTo(1);
        assertThat(batch.getRejected().get(0).getField()).isEqualTo("to");
        await().until(() -> messages.smsStatus(batch.getBatchId())
                        .getBatchState()
                        .getCounts()
                        .getSent()
                == 1);
    }

    @Test
    void keepsTheDirectoryAndGoesThroughItPageByPage() throws ApiException {
        UsersApi users = new UsersApi(client);
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            made.add(users.createUser(
                            new NewUser().phoneNumber("+1202555021" + i).name("Generated " + i))
                    .getId());
        }
        assertThat(users.updateUser(made.get(0), new UserChange().status(UserStatus.INACTIVE))
                        .getStatus())
                .isEqualTo(UserStatus.INACTIVE);
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            var page = users.listUsers(2, cursor, null);
            page.getItems().stream().map(User::getId).forEach(seen::add);
            cursor = page.getNextCursor();
        } while (cursor != null);
        assertThat(seen).containsAll(made).doesNotHaveDuplicates();
    }

    @Test
    void makesAndRevokesKeysAndListsWhatFailed() throws ApiException {
        AccessApi access = new AccessApi(client);
        var key = access.createKey(new NewKey().name("generated").scopes(List.of(Scope.SMS_SEND)));
        assertThat(key.getKey()).startsWith("bct_");
        assertThat(access.revokeKey(key.getId()).getRevokedAt()).isNotNull();
        letters.keep(WorldAround.REPORT);
        OperationsApi operations = new OperationsApi(client);
        assertThat(operations
                        .listDeadLetters(10, null, null, null, null, null, null)
                        .getItems())
                .isNotEmpty();
    }

    @Test
    void aRefusalIsAProblemThatTheClientCanRead() throws JsonProcessingException {
        MessagesApi messages = new MessagesApi(client);
        ApiException refusal =
                catchThrowableOfType(ApiException.class, () -> messages.sendSms(to("50055", "no number"), null, null));
        assertThat(refusal.getCode()).isEqualTo(422);
        Problem problem = client.getObjectMapper().readValue(refusal.getResponseBody(), Problem.class);
        assertThat(problem.getErrors().get(0).getField()).isEqualTo("to");
        assertThat(catchThrowableOfType(ApiException.class, () -> messages.smsStatus("msg-nobody"))
                        .getCode())
                .isEqualTo(404);
    }

    @Test
    void anOlderProgramIsServedToo() throws ApiException {
        OlderApi older = new OlderApi(client);
        SendResult sent = older.olderSend(
                new OlderMessage().phoneNumber(WorldAround.TAKEN).messageContent("by an older one"), null, null);
        assertThat(sent.getStatus()).isEqualTo(SendResult.StatusEnum.SENT);
        assertThat(older.olderListIncoming(1, null).getItems()).hasSizeLessThan(2);
    }

    private static SendRequest to(String number, String text) {
        return new SendRequest().to(number).body(text);
    }

    /** As Twilio does, some time after it took the message. */
    private void report(String id, String sid) {
        String path = "/webhooks/twilio/status/" + id;
        Map<String, String> form = Map.of("MessageSid", sid, "MessageStatus", "delivered");
        String signature = TwilioSignature.sign(
                account.publicUrl() + path, form, account.authTokens().get(0));
        assertThat(api.send(api.request(path)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("X-Twilio-Signature", signature)
                                .POST(BodyPublishers.ofString(Gateway.encoded(form))))
                        .status())
                .isEqualTo(200);
    }
}
