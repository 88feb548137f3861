-- An opt-out is of a recipient and of whom of ours they opted out of. What was kept until now did not tell: it holds for
-- all senders, which is the scope '*'.
alter table opt_outs add column scope varchar(130) not null default '*';
alter table opt_outs add column sender varchar(64);
alter table opt_outs add column service varchar(64);
alter table opt_outs add column tenant varchar(64) not null default 'default';
alter table opt_outs add column change_id varchar(150);
alter table opt_outs add column source varchar(16);
alter table opt_outs add column wording varchar(64);
alter table opt_outs add column reason varchar(200);
alter table opt_outs add column recorded_by varchar(200);
alter table opt_outs add column number bigint generated always as identity;
alter table opt_outs drop primary key;
alter table opt_outs add primary key (phone_number, scope);
create index idx_opt_outs_list on opt_outs (tenant, changed_at, number);

alter table opt_out_changes alter column message_sid set data type varchar(150);
alter table opt_out_changes alter column wording drop not null;
alter table opt_out_changes add column scope varchar(130) not null default '*';
alter table opt_out_changes add column service varchar(64);
alter table opt_out_changes add column tenant varchar(64) not null default 'default';
alter table opt_out_changes add column reason varchar(200);
alter table opt_out_changes add column recorded_by varchar(200);

-- The evidence of what stands now.
update opt_outs
   set change_id = (select max(c.message_sid) from opt_out_changes c
                     where c.phone_number = opt_outs.phone_number and c.changed_at = opt_outs.changed_at);
update opt_outs
   set source = (select c.source from opt_out_changes c where c.message_sid = opt_outs.change_id),
       wording = (select c.wording from opt_out_changes c where c.message_sid = opt_outs.change_id);
