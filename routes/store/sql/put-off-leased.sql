update communications
   set lease_until = :putOffUntil, error_message = 'this version cannot read the message'
 where message_id = :id;
