insert into delivery_reports (message_id, provider, provider_message_id, provider_status, error_code, received_at)
values (:messageId, :provider, :providerMessageId, :providerStatus, :errorCode, :receivedAt)
on conflict do nothing;

update communications
   set status = :status, provider_status = :providerStatus,
       provider = coalesce(provider, :provider),
       provider_id = coalesce(provider_id, :providerMessageId),
       error_code = nullif(:errorCode, ''),
       sent_at = coalesce(sent_at, :sentAt),
       delivered_at = coalesce(delivered_at, :deliveredAt),
       failed_at = coalesce(failed_at, :failedAt),
       next_attempt_at = null, lease_owner = null, lease_until = null
 where message_id = :messageId and direction = 'outbound' and status = any(:movesFrom);

-- Whoever is reported as reached has been answered, also where the send call itself never told us.
update communications set response_sent = true, replied_at = coalesce(replied_at, :receivedAt)
 where message_id = (select answers from communications where message_id = :messageId) and :provesSent;
