package io.bactrian.provider.simulator;

import io.bactrian.provider.twilio.TwilioAccount;
import io.bactrian.segments.Segments;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.springframework.util.MultiValueMap;

/**
 * A text that somebody plays, in the shape in which Twilio posts it. Fields that are not known here go along as they
 * are, so that {@code OptOutType} or tomorrow's field can be played too.
 *
 * @param parameters of the webhook
 */
record IncomingText(String messageSid, String from, SortedMap<String, String> parameters)
        implements Predicate<SimulatedMessage> {

    private static final String DEFAULT_BODY = "Hello, Bactrian!";
    private static final int LONGEST_BODY = 1600;
    private static final int MOST_MEDIA = 10;

    /** How the id of an acknowledgment begins, in its callback's path; the sid of what it answers follows. */
    private static final String ACKNOWLEDGMENT = "/ack-";

    private static final List<String> PLACES = List.of("City", "State", "Zip", "Country");

    /** @throws BadField naming the field that cannot be */
    static IncomingText of(MultiValueMap<String, String> form, TwilioAccount account) {
        int media = media(form);
        String from = address(form, "From", Simulator.DEMO_NUMBER);
        String to = address(form, "To", Simulator.sender(account));
        String body = body(form, media);
        String sid = messageSid(form, media);
        SortedMap<String, String> wire = new TreeMap<>(form.toSingleValueMap());
        for (String place : PLACES) {
            wire.putIfAbsent("From" + place, "");
            wire.putIfAbsent("To" + place, "");
        }
        for (int i = 0; i < media; i++) {
            wire.putIfAbsent("MediaContentType" + i, "image/jpeg");
        }
        List.of("MessageSid", "SmsSid", "SmsMessageSid").forEach(name -> wire.put(name, sid));
        wire.put("AccountSid", account.accountSid());
        wire.put("ApiVersion", MessageJson.API_VERSION);
        wire.put("Body", body);
        wire.put("From", from);
        wire.put("To", to);
        wire.put("NumMedia", String.valueOf(media));
        wire.put("NumSegments", String.valueOf(Segments.of(body).count()));
        wire.put("SmsStatus", "received");
        return new IncomingText(sid, from, wire);
    }

    /** Whether that message answers this text: it goes to its sender, and is not the acknowledgment of another text. */
    @Override
    public boolean test(SimulatedMessage message) {
        String callback = message.statusCallback() == null ? "" : message.statusCallback();
        return !message.isCall()
                && message.to().equals(from)
                && (!callback.contains(ACKNOWLEDGMENT) || callback.endsWith(ACKNOWLEDGMENT + messageSid));
    }

    private static String address(MultiValueMap<String, String> form, String name, String otherwise) {
        String given = form.getFirst(name);
        if (given == null) {
            return otherwise;
        }
        // A plus that was not encoded arrives as a space; everybody who uses curl makes that mistake.
        String address = given.startsWith(" ") ? "+" + given.substring(1) : given;
        if (!Address.isSender(address)) {
            throw new BadField(name, "must be a number in E.164 form, a short code or a channel's address");
        }
        return address;
    }

    private static String body(MultiValueMap<String, String> form, int media) {
        String body = form.getFirst("Body");
        if (body == null) {
            return media == 0 ? DEFAULT_BODY : "";
        }
        if (body.codePointCount(0, body.length()) > LONGEST_BODY) {
            throw new BadField("Body", "must have at most " + LONGEST_BODY + " characters");
        }
        return body;
    }

    private static int media(MultiValueMap<String, String> form) {
        int media = 0;
        while (form.containsKey("MediaUrl" + media)) {
            media++;
        }
        String said = form.getFirst("NumMedia");
        if (media > MOST_MEDIA || said != null && !said.equals(String.valueOf(media))) {
            throw new BadField("NumMedia", "must count MediaUrl0, MediaUrl1 and so on, at most " + MOST_MEDIA);
        }
        return media;
    }

    private static String messageSid(MultiValueMap<String, String> form, int media) {
        String sid = form.getFirst("MessageSid");
        if (sid != null && !Sid.isMessage(sid)) {
            throw new BadField("MessageSid", "must be SM or MM and 32 hexadecimal digits");
        }
        return sid == null ? Sid.ofMessage(media > 0) : sid;
    }

    @Override
    public String toString() {
        return "IncomingText[" + messageSid + "]";
    }
}
