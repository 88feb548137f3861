insert into audit_entries
       (id, called_at, tenant, who, via, key_id, operation, target, address, http_status)
values (:id, :calledAt, :tenant, :who, :via, :keyId, :operation, :target, :address, :httpStatus)
on conflict do nothing;
