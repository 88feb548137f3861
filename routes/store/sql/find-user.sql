select u.id, u.phone_number, u.user_key, u.name, u.status, u.tenant, u.created_at,
       coalesce(o.opted_out, false) as opted_out,
       case when o.opted_out then o.changed_at end as opted_out_at
  from users u
  left join opt_outs o on o.phone_number = u.phone_number
 where u.user_key = any(:keys);
