select message_id as id, to_number as phone_number, from_number as "from", channel, content as message_content,
       media as media_url, kind, priority, answers, status, created_at as queued_at, send_at, attempts,
       refusals, asked, valid_until, quiet_hours,
       cast(:owner as varchar) as lease_owner, cast(:leaseUntil as timestamp with time zone) as lease_until,
       provider, tenant, operator_id, batch_id
  from communications c
 where status = 'sending' and lease_until <= :now
   -- The provider's list cannot tell two messages with the same text to the same person apart: while one is in flight,
   -- the other is left alone, or it would be given the wrong receipt. Of calls it does not tell what was said at all.
   and not exists (select 1 from communications other
                    where other.status = 'sending' and other.lease_until > :now
                      and other.to_number = c.to_number
                      and (other.content = c.content or other.channel = 'voice' and c.channel = 'voice'))
 order by lease_until
 limit :limit
   for update skip locked;

update communications
   set lease_owner = :leaseOwner, lease_until = :leaseUntil
 where message_id = :id;
