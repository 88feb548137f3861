-- What the send ledger knows beside the number of attempts: how often the provider refused for a time, how often it was
-- asked about a silent attempt, when it is asked about a sent message, what only an operator can settle, and what went
-- out twice.
alter table communications add column refusals integer not null default 0;
alter table communications add column asked integer not null default 0;
alter table communications add column ask_at timestamp with time zone;
alter table communications add column awaits_decision boolean not null default false;
alter table communications add column doubled boolean not null default false;
alter table delivery_reports add column error_message varchar(500);

-- Until now every attempt counted as a refusal.
update communications set refusals = attempts where direction = 'outbound' and status in ('queued', 'sending');

-- What was sent in the last day and is not over is asked about.
update communications set ask_at = current_timestamp
 where direction = 'outbound' and status = 'sent' and sent_at > current_timestamp - interval '1' day;

create index idx_comm_ask on communications (ask_at);
create index idx_attempts_provider_id on attempts (provider_message_id);
