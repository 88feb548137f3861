package io.bactrian.api;

import io.bactrian.conversations.ConversationEvent;
import java.util.List;

/**
 * A conversation, and what was done with it.
 *
 * @param events newest first
 */
public record ConversationDetails(ConversationView conversation, List<ConversationEvent> events) {}
