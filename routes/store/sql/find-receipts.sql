select provider, provider_id as provider_message_id, segments
  from communications
 where provider_id = any(:keys) and direction = 'outbound';
