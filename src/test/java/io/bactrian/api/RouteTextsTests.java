package io.bactrian.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bactrian.directory.UserDirectory;
import io.bactrian.domain.Kind;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.Priority;
import io.bactrian.tenants.TenantNumbers;
import io.bactrian.tenants.TenantSettings;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RouteTextsTests {

    private static final PhoneNumber ANN = new PhoneNumber("+15005550123");

    private final UserDirectory nobody = (UserDirectory) Proxy.newProxyInstance(
            UserDirectory.class.getClassLoader(),
            new Class<?>[] {UserDirectory.class},
            (proxy, method, values) -> Optional.empty());
    private final RouteTexts texts = new RouteTexts(
            new PhoneNumbers("US"),
            nobody,
            new TenantNumbers(new TenantSettings(Map.of("acme", List.of("+15005550016")))),
            Clock.systemUTC());

    private static TextOrder order(String name, String key, Object to, String text) {
        return new TextOrder(name, key, to, null, null, text, Kind.ALERT, Priority.URGENT, "default");
    }

    @Test
    void theSameNameAndKeyAreTheSameMessageWhateverItSays() {
        OutgoingMessage first = texts.draft(order("alert", "mail-1", ANN, "Disk full"));
        assertThat(first.id()).startsWith("msg-").doesNotContain("mail-1");
        assertThat(texts.draft(order("alert", "mail-1", "(500) 555-0123", "Disk full at 12:01"))
                        .id())
                .isEqualTo(first.id());
        assertThat(texts.draft(order("alert", "mail-2", ANN, "Disk full")).id()).isNotEqualTo(first.id());
        assertThat(texts.draft(order("alerts", "mail-1", ANN, "Disk full")).id())
                .isNotEqualTo(first.id());
    }

    @Test
    void readsANumberInAnyUsualForm() {
        OutgoingMessage message = texts.draft(order("alert", "1", "(500) 555-0123", "Hello"));
        assertThat(message.phoneNumber()).isEqualTo(ANN);
        assertThat(message.kind()).isEqualTo(Kind.ALERT);
        assertThat(message.priority()).isEqualTo(Priority.URGENT);
        assertThat(message.tenant()).isEqualTo("default");
    }

    @Test
    void saysWhatIsWrongAndQuotesNeitherNumberNorText() {
        assertUnusable(order("alert", "1", "55", "Hello"), "alert: the recipient is not a possible number");
        assertUnusable(order("alert", "1", null, "Hello"), "alert: nobody says whom to text");
        assertUnusable(order("alert", "1", ANN, " "), "there is no text to send");
        assertUnusable(order("alert", "1", ANN, "a".repeat(1601)), "the text has more than 1600 characters");
        assertUnusable(order("alert", "1", ANN, "a\0b"), "the text holds a character that cannot be sent");
        assertUnusable(
                new TextOrder("alert", "1", null, "u1", null, "Hi", Kind.ALERT, Priority.LOW, "default"),
                "alert: the userId is nobody's");
        assertUnusable(
                new TextOrder(
                        "alert",
                        "1",
                        ANN,
                        null,
                        new PhoneNumber("+15005550016"),
                        "Hi",
                        Kind.ALERT,
                        Priority.LOW,
                        "default"),
                "alert: the sender is another tenant's");
    }

    private void assertUnusable(TextOrder order, String message) {
        assertThatThrownBy(() -> texts.draft(order))
                .isInstanceOf(UnusableText.class)
                .hasMessage(message);
    }
}
