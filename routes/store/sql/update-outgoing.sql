-- Of the attempt that the message is in; that a provider took it counts also where it comes late, from an earlier one.
-- A delivery report may have come before the answer of the send call: then the status has moved on and stays.
update communications
   set status = case when status = any(:changesFrom) then :status else status end,
       provider = case when provider_id is null then coalesce(:provider, provider) else provider end,
       provider_id = coalesce(provider_id, :providerMessageId),
       segments = coalesce(segments, :segments),
       error_code = case when status = any(:changesFrom) then :errorCode else error_code end,
       error_message = case when status = any(:changesFrom) then :errorMessage else error_message end,
       refusals = case when status = any(:changesFrom) then :refusals else refusals end,
       asked = case when status = any(:changesFrom) then :asked else asked end,
       awaits_decision = status = any(:changesFrom) and :awaitsDecision,
       sent_at = coalesce(sent_at, :sentAt),
       failed_at = case when status = any(:changesFrom) then :failedAt else failed_at end,
       next_attempt_at = case when status = any(:changesFrom) then :nextAttemptAt else next_attempt_at end,
       lease_owner = null,
       lease_until = case when status = any(:changesFrom) then cast(:leaseUntil as timestamp with time zone) end,
       ask_at = case when status = any(:changesFrom) then cast(:askAt as timestamp with time zone) else ask_at end
 where message_id = :id and (attempts = :attempt or (attempts > :attempt and :accepted));

-- What ended stays as it ended, but for a provider that took it after all.
update attempts
   set ended_at = coalesce(ended_at, :endedAt), result = :result, provider = coalesce(:provider, provider),
       provider_message_id = coalesce(:providerMessageId, provider_message_id), error_code = :errorCode,
       error_message = :errorMessage
 where message_id = :id and number = :attempt and (result is null or result = 'unknown' or :accepted);

update communications set response_sent = true, replied_at = coalesce(replied_at, :endedAt)
 where message_id = :answeredSid;

-- The last one tells whether this was the second receipt.
update communications set doubled = true
 where message_id = :id and not doubled and provider_id <> :providerMessageId;
