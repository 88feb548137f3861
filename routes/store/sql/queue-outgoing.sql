insert into communications
       (message_id, member_id, direction, status, channel, from_number, to_number, content, media, kind, priority,
        answers, send_at, valid_until, quiet_hours, attempts, next_attempt_at, operator_id, tenant, batch_id, created_at,
        lane)
values (:id, (select id from users where tenant = :tenant and phone_number = :phoneNumber), 'outbound', 'queued', :channel, :from,
        :phoneNumber, :messageContent, :mediaUrl, :kind, :priorityRank, :answers, :sendAt, :validUntil, :quietHours, 0, :nextAttemptAt,
        :operatorId, :tenant, :batchId, :queuedAt, :lane)
on conflict do nothing;
