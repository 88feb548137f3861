package io.bactrian.provider.twilio;

import io.bactrian.domain.Media;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The attachments of an incoming message: {@code MediaUrl0}, {@code MediaContentType0}, and so on. */
final class TwilioMedia {

    /** Ten is Twilio's limit; ten of these, written as JSON, fit the store's column. */
    private static final int MOST = 10;

    private static final Pattern URL = Pattern.compile("https?://[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,800}");
    private static final Pattern CONTENT_TYPE = Pattern.compile("[A-Za-z0-9!#$&^_.+/;= -]{1,80}");

    private TwilioMedia() {}

    static boolean hasAny(FormBody form) {
        String count = form.first("NumMedia");
        return form.first("MediaUrl0") != null || count != null && count.matches("0*[1-9]\\d*");
    }

    /** In their order; one whose address is no web address is left out, since nobody could fetch it. */
    static List<Media> of(FormBody form) {
        List<Media> media = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            String url = form.first("MediaUrl" + i);
            if (url != null && URL.matcher(url).matches()) {
                media.add(new Media(url, contentType(form.first("MediaContentType" + i))));
            }
        }
        return media;
    }

    private static String contentType(String text) {
        return text != null && CONTENT_TYPE.matcher(text).matches() ? text : null;
    }
}
