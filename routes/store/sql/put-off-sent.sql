update communications
   set ask_at = :putOffUntil, error_message = 'this version cannot read the message'
 where message_id = :id;
