-- A delivery report may have come before the answer of the send call: then the status has moved on and stays.
update communications
   set status = case when status = any(:changesFrom) then :status else status end,
       provider = coalesce(:provider, provider),
       provider_id = coalesce(:providerMessageId, provider_id),
       segments = coalesce(:segments, segments),
       error_code = case when status = any(:changesFrom) then :errorCode else error_code end,
       error_message = case when status = any(:changesFrom) then :errorMessage else error_message end,
       sent_at = coalesce(sent_at, :sentAt),
       failed_at = case when status = any(:changesFrom) then :failedAt else failed_at end,
       next_attempt_at = case when status = any(:changesFrom) then :nextAttemptAt else next_attempt_at end,
       lease_owner = null,
       lease_until = case when status = any(:changesFrom) then cast(:leaseUntil as timestamp with time zone) end
 where message_id = :id and attempts = :attempt;

update attempts
   set ended_at = :endedAt, result = :result, provider = :provider, provider_message_id = :providerMessageId,
       error_code = :errorCode, error_message = :errorMessage
 where message_id = :id and number = :attempt;

update communications set response_sent = true, replied_at = coalesce(replied_at, :endedAt)
 where message_id = :answeredSid;
