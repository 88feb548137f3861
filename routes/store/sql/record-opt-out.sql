insert into opt_out_changes (message_sid, phone_number, sender, opted_out, source, wording, changed_at)
values (:messageSid, :phoneNumber, :sender, :optedOut, :source, :wording, :at)
on conflict do nothing;

insert into opt_outs (phone_number, opted_out, changed_at)
values (:phoneNumber, :optedOut, :at)
on conflict do nothing;

-- An older wish that is recorded late never overrules a newer one.
update opt_outs set opted_out = :optedOut, changed_at = :at
 where phone_number = :phoneNumber and changed_at <= :at;
