package io.bactrian.api;

import io.bactrian.directory.UserDirectory;
import io.bactrian.domain.Channel;
import io.bactrian.domain.Draft;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.User;
import io.bactrian.tenants.TenantNumbers;
import io.bactrian.web.Refused;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes messages, not queued yet, of what integrators' routes want sent; the API's rules hold for them too. */
@Component
public class RouteTexts {

    private static final int LONGEST = 1600;

    private final PhoneNumbers numbers;
    private final UserDirectory users;
    private final TenantNumbers tenants;
    private final Clock clock;

    RouteTexts(PhoneNumbers numbers, UserDirectory users, TenantNumbers tenants, Clock clock) {
        this.numbers = numbers;
        this.users = users;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** @throws UnusableText where no message can be made of the order; it says why, and quotes nothing */
    public OutgoingMessage draft(TextOrder order) {
        Draft draft = new Draft(
                id(order),
                recipient(order),
                sender(order),
                Channel.SMS,
                text(order.text()),
                List.of(),
                order.kind(),
                order.priority(),
                null,
                null,
                order.name(),
                order.tenant());
        return OutgoingMessage.queued(draft, clock.instant());
    }

    /** The same for the same name and key, so that a repeat finds it queued already; nobody reads the key from it. */
    private static String id(TextOrder order) {
        String named = order.tenant().length() + ":" + order.tenant()
                + order.name().length() + ":" + order.name() + order.key();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(named.getBytes(StandardCharsets.UTF_8));
            ByteBuffer bytes = ByteBuffer.wrap(hash);
            return MessageIds.of(new UUID(bytes.getLong(), bytes.getLong()).toString());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private PhoneNumber recipient(TextOrder order) {
        if (order.to() instanceof PhoneNumber known) {
            return known;
        }
        if (order.to() != null && !order.to().toString().isBlank()) {
            return numbers.read(order.to().toString())
                    .orElseThrow(() -> new UnusableText(order.name() + ": the recipient is not a possible number"));
        }
        if (order.userId() == null) {
            throw new UnusableText(order.name() + ": nobody says whom to text");
        }
        return users.find(order.tenant(), order.userId())
                .map(User::phoneNumber)
                .orElseThrow(() -> new UnusableText(order.name() + ": the userId is nobody's"));
    }

    private PhoneNumber sender(TextOrder order) {
        if (!tenants.mayUse(order.tenant(), order.from())) {
            throw new UnusableText(order.name() + ": the sender is another tenant's");
        }
        return order.from();
    }

    private static String text(String text) {
        if (text == null || text.isBlank()) {
            throw new UnusableText("there is no text to send");
        }
        if (text.length() > LONGEST) {
            throw new UnusableText("the text has more than " + LONGEST + " characters");
        }
        try {
            return Texts.checked("body", text);
        } catch (Refused e) {
            throw new UnusableText("the text holds a character that cannot be sent");
        }
    }
}
