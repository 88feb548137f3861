update audit_entries set target = :target, http_status = :httpStatus
 where id = :id;
