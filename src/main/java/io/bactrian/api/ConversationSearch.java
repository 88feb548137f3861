package io.bactrian.api;

/** Which conversation is meant: that with the user, or that of the message; one of the two. */
public record ConversationSearch(String userId, String messageId) {}
