package io.bactrian.store.firestore;

import io.bactrian.domain.Channel;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.Media;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Documents of the collection {@code incomingMessages}; the id is the MessageSid. */
public final class IncomingDocuments {

    public static final String COLLECTION = "incomingMessages";

    public Map<String, Object> of(IncomingMessage message) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("messageSid", message.messageSid());
        fields.put("phoneNumber", Fields.whole(message.phoneNumber()));
        fields.put("to", Fields.whole(message.to()));
        fields.put("messageContent", message.messageContent());
        fields.put("media", message.media().stream().map(IncomingDocuments::of).toList());
        fields.put("isRegistered", message.isRegistered());
        fields.put("responseSent", message.responseSent());
        fields.put("optOutType", message.optOutType());
        fields.put("receivedAt", Fields.time(message.receivedAt()));
        fields.put("tenant", message.tenant());
        fields.put("provider", message.provider());
        fields.put("channel", Fields.word(message.channel()));
        return fields;
    }

    public IncomingMessage message(Map<String, Object> document) {
        Fields fields = new Fields(document);
        List<Map<String, Object>> media = fields.list("media");
        return new IncomingMessage(
                fields.text("messageSid"),
                fields.number("phoneNumber"),
                fields.number("to"),
                fields.text("messageContent"),
                media.stream().map(IncomingDocuments::media).toList(),
                fields.flag("isRegistered"),
                fields.flag("responseSent"),
                fields.text("optOutType"),
                fields.instant("receivedAt"),
                fields.text("tenant"),
                fields.text("provider"),
                fields.word("channel", Channel.class),
                null);
    }

    /** What the document of a message that has been answered says. */
    public Map<String, Object> answered() {
        return Map.of("responseSent", true);
    }

    private static Map<String, Object> of(Media media) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("url", media.url());
        fields.put("contentType", media.contentType());
        return fields;
    }

    private static Media media(Map<String, Object> document) {
        Fields fields = new Fields(document);
        return new Media(fields.text("url"), fields.text("contentType"));
    }
}
