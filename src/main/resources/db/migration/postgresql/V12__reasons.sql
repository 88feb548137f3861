-- Why a call was made, where it asks for a reason.

alter table audit_entries add column reason varchar(200);
