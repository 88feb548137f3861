package io.bactrian.api;

import io.bactrian.domain.MessageStatus;

/** What became of a message while its sender waited; what does not apply is null. */
public record SendResult(
        String id, MessageStatus status, String providerMessageId, String errorCode, String errorMessage) {}
