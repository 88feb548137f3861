-- Perhaps a newer version knows it. Until then it must not stand first in every claim.
update communications
   set next_attempt_at = :putOffUntil, error_message = 'this version cannot read the message'
 where message_id = :id;
