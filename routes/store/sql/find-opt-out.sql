select phone_number, opted_out, changed_at as at
  from opt_outs
 where phone_number = any(:keys);
