package io.bactrian.api;

import java.util.List;

/**
 * A text to be played, as the contract lets it in.
 *
 * @param registered whether the sender counts as an active user; null asks the directory
 * @param optedOut whether the sender has asked not to be texted; null asks the store
 * @param duplicate whether the text counts as logged before
 * @param candidate the text of a route file to be tried, or null for the flows as they are
 */
public record TrialRequest(
        String from,
        String to,
        String body,
        List<String> mediaUrl,
        Boolean registered,
        Boolean optedOut,
        Boolean duplicate,
        String candidate) {

    @Override
    public String toString() {
        return "TrialRequest[]";
    }
}
