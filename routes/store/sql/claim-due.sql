select message_id as id, to_number as phone_number, from_number as "from", channel, content as message_content,
       media as media_url, kind, priority, answers, 'sending' as status, created_at as queued_at, send_at,
       attempts + 1 as attempts, cast(:owner as varchar) as lease_owner,
       cast(:leaseUntil as timestamp with time zone) as lease_until, tenant, operator_id, batch_id
  from communications
 where status = 'queued' and next_attempt_at <= :now
 order by priority, next_attempt_at
 limit :limit
   for update skip locked;

update communications
   set status = 'sending', attempts = :attempts, lease_owner = :leaseOwner, lease_until = :leaseUntil,
       next_attempt_at = null
 where message_id = :id;

-- The attempt is on record before the provider is called.
insert into attempts (message_id, number, owner, started_at)
values (:id, :attempts, :leaseOwner, :now);
