package io.bactrian.api;

import java.util.List;

/**
 * What was made of a call for many messages.
 *
 * @param accepted how many messages were stored
 */
public record BulkResult(String batchId, int accepted, List<Rejected> rejected) {

    /**
     * A row that was refused.
     *
     * @param index of the row, from 0
     * @param field of the row that is to blame
     * @param reason in words; nothing of what was sent is in it
     * @param errorCode the code by which the SMS world knows the reason, or null
     */
    public record Rejected(int index, String field, String reason, String errorCode) {}
}
