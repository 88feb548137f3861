select phone_number, sender, service, opted_out, changed_at as at, tenant, change_id as id
  from opt_outs
 where phone_number = any(:keys);
