-- A receipt is taken when its message is recorded, or when a report on it came under another message's callback.
select provider, provider_id as provider_message_id, segments
  from communications
 where provider_id = any(:keys) and direction = 'outbound'
 union all
select provider, provider_message_id, cast(null as integer)
  from delivery_reports
 where provider_message_id = any(:keys);
