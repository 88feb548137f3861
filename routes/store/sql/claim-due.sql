-- Each priority is asked for alone: in one order over all of them, whatever is urgent and wanted for later would be read
-- at every claim before the first message that is due. More than are wanted, since another instance may hold the first.
select message_id as id, to_number as phone_number, from_number as "from", channel, content as message_content,
       media as media_url, kind, priority, answers, 'sending' as status, created_at as queued_at, send_at,
       valid_until, quiet_hours,
       attempts + 1 as attempts, refusals, cast(:owner as varchar) as lease_owner,
       cast(:leaseUntil as timestamp with time zone) as lease_until, cast(:provider as varchar) as provider, tenant,
       operator_id, batch_id
  from communications
 where status = 'queued' and next_attempt_at <= :now
   and id in (
           (select id from communications where status = 'queued' and priority = 0 and next_attempt_at <= :now
             order by status, priority, next_attempt_at limit 2 * :limit) union all
           (select id from communications where status = 'queued' and priority = 1 and next_attempt_at <= :now
             order by status, priority, next_attempt_at limit 2 * :limit) union all
           (select id from communications where status = 'queued' and priority = 2 and next_attempt_at <= :now
             order by status, priority, next_attempt_at limit 2 * :limit) union all
           (select id from communications where status = 'queued' and priority = 3 and next_attempt_at <= :now
             order by status, priority, next_attempt_at limit 2 * :limit))
 order by priority, next_attempt_at
 limit :limit
   for update skip locked;

update communications
   set status = 'sending', attempts = :attempts, asked = 0, provider = :provider, lease_owner = :leaseOwner,
       lease_until = :leaseUntil, next_attempt_at = null
 where message_id = :id;

-- The attempt is on record before the provider is called.
insert into attempts (message_id, number, owner, provider, started_at)
values (:id, :attempts, :leaseOwner, :provider, :now);
