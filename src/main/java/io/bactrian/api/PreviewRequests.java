package io.bactrian.api;

import io.bactrian.domain.Channel;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.security.Caller;
import io.bactrian.segments.Encoding;
import io.bactrian.segments.ForeignCharacter;
import io.bactrian.segments.PlainText;
import io.bactrian.web.Refused;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells before sending what a text takes. Nothing is kept. */
@Component
public class PreviewRequests {

    private final PhoneNumbers numbers;
    private final People people;
    private final Estimates estimates;

    PreviewRequests(PhoneNumbers numbers, People people, Estimates estimates) {
        this.numbers = numbers;
        this.people = people;
        this.estimates = estimates;
    }

    /** @throws Refused where a call to send would refuse the number or the text, but not for its length */
    public Preview preview(PreviewRequest request, Caller caller) {
        String text = Texts.checked("body", request.body());
        PhoneNumber to = recipient(request, caller.tenant());
        boolean withMedia = request.mediaUrl() != null && !request.mediaUrl().isEmpty();
        Channel channel = withMedia ? Channel.MMS : Channel.SMS;
        TextSize size = estimates.size(channel, to, text);
        if (size.encoding() != Encoding.UCS_2) {
            return new Preview(channel, size, TextSize.MOST_CHARACTERS, null, null);
        }
        List<ForeignCharacter> forcedBy = PlainText.foreign(text);
        return new Preview(channel, size, TextSize.MOST_CHARACTERS, forcedBy, plain(text, to));
    }

    private Preview.Plain plain(String text, PhoneNumber to) {
        String plain = PlainText.of(text);
        // A text of nothing but what can be left out cannot be sent plain.
        return plain.equals(text) || plain.isEmpty()
                ? null
                : new Preview.Plain(plain, estimates.size(Channel.SMS, to, plain));
    }

    /** Null where nobody is named, or nobody that we know: then no cost is told. */
    private PhoneNumber recipient(PreviewRequest request, String tenant) {
        if (request.to() == null) {
            return (request.conversationId() == null
                            ? people.found(request.userId(), null, tenant)
                            : people.ofConversation(request.conversationId(), tenant))
                    .orElse(null);
        }
        return numbers.read(request.to())
                .orElseThrow(() -> Refused.unprocessable("to", "is not a possible phone number"));
    }
}
