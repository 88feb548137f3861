select message_id as id, to_number as phone_number, from_number as "from", channel, content as message_content,
       media as media_url, kind, priority, answers, status, created_at as queued_at, send_at, attempts,
       cast(:owner as varchar) as lease_owner, cast(:leaseUntil as timestamp with time zone) as lease_until,
       tenant, operator_id, batch_id
  from communications
 where status = 'sending' and lease_until <= :now
 order by lease_until
 limit :limit
   for update skip locked;

update communications
   set lease_owner = :leaseOwner, lease_until = :leaseUntil
 where message_id = :id;
