insert into communications
       (message_id, provider_id, member_id, direction, status, channel, from_number, to_number, content, media,
        is_registered, response_sent, opt_out_type, provider, tenant, created_at)
values (:messageSid, :messageSid, (select id from users where tenant = :tenant and phone_number = :phoneNumber), 'inbound', 'received',
        :channel, :phoneNumber, :to, :messageContent, :media, :isRegistered, :responseSent, :optOutType, :provider,
        :tenant, :receivedAt)
on conflict do nothing;
