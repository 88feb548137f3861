insert into opt_out_changes (message_sid, phone_number, scope, sender, service, opted_out, source, wording, reason,
                             recorded_by, changed_at, tenant)
values (:id, :phoneNumber, :scope, :sender, :service, :optedOut, :source, :wording, :reason, :recordedBy, :at, :tenant)
on conflict do nothing;

insert into opt_outs (phone_number, scope, sender, service, opted_out, changed_at, tenant, change_id, source, wording,
                      reason, recorded_by)
values (:phoneNumber, :scope, :sender, :service, :optedOut, :at, :tenant, :id, :source, :wording, :reason, :recordedBy)
on conflict do nothing;

-- An older wish that is recorded late never overrules a newer one.
update opt_outs
   set opted_out = :optedOut, changed_at = :at, service = :service, tenant = :tenant, change_id = :id, source = :source,
       wording = :wording, reason = :reason, recorded_by = :recordedBy
 where phone_number = :phoneNumber and scope = :scope and changed_at <= :at;
