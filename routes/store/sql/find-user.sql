select u.id, u.phone_number, u.user_key, u.name, u.status, u.tenant, u.created_at,
       u.opted_out_at is not null as opted_out, u.opted_out_at
  from (select known.*,
               (select max(no.changed_at)
                  from opt_outs no
                 where no.phone_number = known.phone_number and no.opted_out and no.tenant in (known.tenant, 'default')
                   and not exists (
                       select 1 from opt_outs yes
                        where yes.phone_number = no.phone_number and not yes.opted_out
                          and yes.changed_at > no.changed_at and yes.tenant in (known.tenant, 'default')
                          and (no.sender is null and no.service is null
                               or yes.sender is null and yes.service = no.service))) as opted_out_at
          from users known
         where known.user_key = any(:keys)) u;
