-- The next time is as far away again as the message has been out. What was sent too long ago has none.
select message_id as id, to_number as phone_number, channel, content as message_content, kind, priority, status,
       created_at as queued_at, attempts, provider, provider_id as provider_message_id, sent_at, tenant,
       case when sent_at > :sentAfter
            then greatest(cast(:askAgainAt as timestamp with time zone),
                          cast(:now as timestamp with time zone) + (cast(:now as timestamp with time zone) - sent_at))
       end as ask_at
  from communications
 where status = 'sent' and ask_at <= :now
 order by ask_at
 limit :limit
   for update skip locked;

update communications set ask_at = :askAt where message_id = :id;
