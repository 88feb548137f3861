-- The queue that a message waits in: priority, tenant, batch and sender in one, so that a claim finds each by one range of
-- one index, and takes from all of them in turns. An older version that still runs fills the lane of messages that name
-- nothing.
alter table communications add column lane text collate "C" not null default '2~default~~';
update communications
   set lane = coalesce(priority, 2) || '~' || tenant || '~' || coalesce(batch_id, '') || '~' || coalesce(from_number, '')
 where direction = 'outbound' and status in ('queued', 'sending');

drop index idx_comm_due;
create index idx_comm_due on communications (lane, next_attempt_at) where status = 'queued';
