-- Only what waits: of what is being sent, nobody knows yet whether it was.
select message_id as id, attempts, refusals, provider, answers, kind, tenant, valid_until, 'failed' as status,
       error_message
  from communications
 where status = 'queued' and valid_until <= :now
 order by valid_until
 limit :limit
   for update skip locked;

update communications
   set status = 'failed', failed_at = :now, error_code = 'expired',
       error_message = left('it was not sent while it was valid' || coalesce(', before that: ' || error_message, ''), 500),
       next_attempt_at = null, held_due_at = null
 where message_id = :id;
