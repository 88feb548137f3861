package io.bactrian.api;

import java.util.List;

/**
 * A message that somebody may want sent, as the contract lets it in.
 *
 * @param to a phone number in any usual form, or null where only the text matters
 * @param userId instead of the number, as is {@code conversationId}; whoever that is not is left out
 * @param from a sender of ours; changes nothing about the size
 */
public record PreviewRequest(
        String to, String userId, String conversationId, String body, String from, List<String> mediaUrl) {

    @Override
    public String toString() {
        return "PreviewRequest[]";
    }
}
