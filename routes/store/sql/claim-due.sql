-- The lanes that have something due, for each priority alone. From each lane on, the index leads to the next one, so that
-- this costs as much as there are lanes, however long they are. No lane begins with another and an exclamation mark.
with recursive seen (lane, stop, number) as (
    select (select c.lane from communications c
             where c.status = 'queued' and c.lane > begins.lane || '!' and c.lane < begins.stop
             order by c.status, c.lane limit 1),
           begins.stop, 1
      from (values (cast(:afterUrgent as varchar), '1'), (cast(:afterHigh as varchar), '2'),
                   (cast(:afterNormal as varchar), '3'), (cast(:afterLow as varchar), '4')) begins (lane, stop)
     union all
    select (select c.lane from communications c
             where c.status = 'queued' and c.lane > seen.lane || '!' and c.lane < seen.stop
             order by c.status, c.lane limit 1),
           seen.stop, seen.number + 1
      from seen
     where seen.lane is not null and seen.number < :lanes)
select seen.lane as "key", seen.number
  from seen
 where seen.lane is not null
   and (seen.number = :lanes
        or exists (select 1 from communications c
                    where c.status = 'queued' and c.lane = seen.lane and c.next_attempt_at <= :now));

-- What is due in one of them.
select message_id as id, to_number as phone_number, from_number as "from", channel, content as message_content,
       media as media_url, kind, priority, answers, 'sending' as status, created_at as queued_at, send_at,
       valid_until, quiet_hours,
       attempts + 1 as attempts, refusals, cast(:owner as varchar) as lease_owner,
       cast(:leaseUntil as timestamp with time zone) as lease_until, cast(:provider as varchar) as provider, tenant,
       operator_id, batch_id
  from communications
 where status = 'queued' and lane = :lane and next_attempt_at <= :now
 order by status, lane, next_attempt_at
 limit :limit
   for update skip locked;

update communications
   set status = 'sending', attempts = :attempts, asked = 0, provider = :provider, lease_owner = :leaseOwner,
       lease_until = :leaseUntil, next_attempt_at = null
 where message_id = :id;

-- The attempt is on record before the provider is called.
insert into attempts (message_id, number, owner, provider, started_at)
values (:id, :attempts, :leaseOwner, :provider, :now);
