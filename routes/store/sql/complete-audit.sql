update audit_entries set target = :target, reason = :reason, http_status = :httpStatus
 where id = :id;
