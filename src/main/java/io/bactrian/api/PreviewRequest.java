package io.bactrian.api;

import java.util.List;

/**
 * A message that somebody may want sent, as the contract lets it in.
 *
 * @param to a phone number in any usual form, or null where only the text matters
 * @param from a sender of ours; changes nothing about the size
 */
public record PreviewRequest(String to, String body, String from, List<String> mediaUrl) {

    @Override
    public String toString() {
        return "PreviewRequest[]";
    }
}
