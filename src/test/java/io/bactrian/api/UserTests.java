package io.bactrian.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.bactrian.api.ApiClient.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApiTest
class UserTests {

    @Autowired
    private ApiClient api;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void clear() {
        jdbc.sql("delete from users").update();
        jdbc.sql("delete from opt_outs where phone_number like '+1202%'").update();
    }

    @Test
    void putsAUserIntoTheDirectory() {
        Reply reply = create("{\"phoneNumber\": \"+1 202 555 0101\", \"name\": \"Ada\"}");
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Location"))
                .isEqualTo("/api/users/" + reply.json().get("id").asText());
        assertThat(reply.json().get("phoneNumber").asText()).isEqualTo("+1•••••••101");
        assertThat(reply.json().get("status").asText()).isEqualTo("active");
        assertThat(reply.json().get("name").asText()).isEqualTo("Ada");
        assertThat(reply.json().get("optedOut").asBoolean()).isFalse();
        assertThat(reply.json().get("createdAt").asText()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(reply.json().has("active")).isFalse();
        assertThat(jdbc.sql("select phone_number from users")
                        .query(String.class)
                        .single())
                .isEqualTo("+12025550101");
    }

    @Test
    void refusesANumberThatIsSomebodysAlready() {
        create("{\"phoneNumber\": \"+12025550101\"}");
        Reply reply = create("{\"phoneNumber\": \"(202) 555-0101\"}");
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.field()).isEqualTo("phoneNumber");
        assertThat(reply.raw().body()).doesNotContain("0101");
    }

    @Test
    void refusesWhatCanBeNoNumber() {
        Reply reply = create("{\"phoneNumber\": \"+1202555\"}");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.field()).isEqualTo("phoneNumber");
    }

    @Test
    void changesOnlyWhatIsGiven() {
        String id = create("{\"phoneNumber\": \"+12025550101\", \"name\": \"Ada\"}")
                .json()
                .get("id")
                .asText();
        Reply reply = api.json("PATCH", "/api/users/" + id, "users:write", "{\"status\": \"inactive\"}");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().get("name").asText()).isEqualTo("Ada");
        assertThat(reply.json().get("status").asText()).isEqualTo("inactive");
    }

    @Test
    void changesNobodyWhoIsNotThere() {
        for (String id : new String[] {"999999", "somebody", "null"}) {
            Reply reply = api.json("PATCH", "/api/users/" + id, "users:write", "{\"status\": \"inactive\"}");
            assertThat(reply.status()).isEqualTo(404);
        }
    }

    @Test
    void refusesAChangeOfNothingAndOfTheNumber() {
        assertThat(api.json("PATCH", "/api/users/1", "users:write", "{}").status())
                .isEqualTo(400);
        Reply reply = api.json("PATCH", "/api/users/1", "users:write", "{\"phoneNumber\": \"+12025550101\"}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.field()).isEqualTo("phoneNumber");
    }

    @Test
    void showsWhoOptedOut() {
        create("{\"phoneNumber\": \"+12025550101\"}");
        jdbc.sql(
                        "insert into opt_outs (phone_number, opted_out, changed_at) values ('+12025550101', true, timestamp with time zone '2026-01-01 00:00:00+00')")
                .update();
        var user = api.get("/api/users", "users:read").json().at("/items/0");
        assertThat(user.get("optedOut").asBoolean()).isTrue();
        assertThat(user.get("optedOutAt").asText()).isEqualTo("2026-01-01T00:00:00Z");
    }

    private Reply create(String body) {
        return api.json("POST", "/api/users", "users:write", body);
    }
}
