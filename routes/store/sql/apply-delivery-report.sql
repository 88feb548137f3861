insert into delivery_reports (message_id, provider, provider_message_id, provider_status, error_code, error_message,
                              received_at)
values (:messageId, :provider, :providerMessageId, :providerStatus, :errorCode, :errorMessage, :receivedAt)
on conflict do nothing;

-- What we gave up as expired ourselves was sent after all, if there is a report on it.
-- A receipt that settled another message, whose text went to the same person, is not this one's too.
update communications
   set status = :status, provider_status = :providerStatus,
       provider = coalesce(provider, :provider),
       provider_id = coalesce(provider_id, case when not exists (
           select 1 from communications other where other.provider_id = :providerMessageId
              and other.direction = 'outbound') then :providerMessageId end),
       error_code = nullif(:errorCode, ''), error_message = :errorMessage,
       sent_at = coalesce(sent_at, :sentAt),
       delivered_at = coalesce(delivered_at, :deliveredAt),
       failed_at = case when status = 'failed' then :failedAt else coalesce(failed_at, :failedAt) end,
       next_attempt_at = null, lease_owner = null, lease_until = null, ask_at = :askAt, awaits_decision = false
 where message_id = :messageId and direction = 'outbound'
   and (status = any(:movesFrom) or (status = 'failed' and error_code = 'expired' and :provesAccepted));

-- The attempt that it is about has no receipt yet: then the last one of those was accepted, whatever was thought of it.
update attempts
   set result = 'accepted', provider_message_id = :providerMessageId, ended_at = coalesce(ended_at, :receivedAt),
       error_code = null, error_message = null
 where :provesAccepted and message_id = :messageId
   and number = (select max(number) from attempts silent where silent.message_id = :messageId
                    and silent.provider_message_id is null and coalesce(silent.result, 'unknown') <> 'rejected')
   and not exists (select 1 from attempts taken where taken.message_id = :messageId
                      and taken.provider_message_id = :providerMessageId);

-- Whoever is reported as reached has been answered, also where the send call itself never told us.
update communications set response_sent = true, replied_at = coalesce(replied_at, :receivedAt)
 where message_id = (select answers from communications where message_id = :messageId) and :provesSent;

-- The last one tells whether this was the second receipt.
update communications set doubled = true
 where message_id = :messageId and direction = 'outbound' and not doubled and provider_id <> :providerMessageId
   and :provesAccepted;
