-- A receipt is its message's when the message or one of its attempts has it, or a report came under its callback. A report
-- that is kept under the receipt itself says nothing of whose it is.
select message_id, provider_message_id
  from delivery_reports
 where provider_message_id = any(:keys) and message_id <> provider_message_id
 union all
select message_id, provider_message_id
  from attempts
 where provider_message_id = any(:keys)
 union all
select message_id, provider_id as provider_message_id
  from communications
 where provider_id = any(:keys) and direction = 'outbound';
