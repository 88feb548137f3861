package io.bactrian.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.bactrian.domain.Channel;
import io.bactrian.segments.ForeignCharacter;
import java.util.List;

/**
 * What a text would take if it were sent.
 *
 * @param forcedBy the characters that made it UCS-2, or null
 * @param plain the text in plainer characters, or null where there is none
 */
public record Preview(
        Channel channel,
        @JsonUnwrapped TextSize size,
        int maxCharacters,
        List<ForeignCharacter> forcedBy,
        Plain plain) {

    @Override
    public String toString() {
        return "Preview[]";
    }

    /** The text with a replacement for each character that has one. */
    public record Plain(String body, @JsonUnwrapped TextSize size) {

        @Override
        public String toString() {
            return "Plain[]";
        }
    }
}
