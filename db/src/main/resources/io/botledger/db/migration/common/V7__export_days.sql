-- What the source said of a bot's day: a day without files is absent if the source was asked and has none.

create table botledger.export_days (
  bot_key bigint not null,
  export_date date not null,
  state varchar(20) not null,
  checked_at timestamp(6) with time zone not null,
  constraint export_days_pk primary key (bot_key, export_date),
  constraint export_days_state_ck check (state in ('absent', 'complete'))
);

${if_postgresql}do $$ begin if current_setting('server_version_num')::integer >= 180000 then execute 'alter table botledger.export_days add constraint export_days_bot_key_fk foreign key (bot_key) references botledger.bots (bot_key) not enforced'; end if; end $$;

create view reporting.export_days as
select b.bot_id, d.export_date, d.state, d.checked_at
from botledger.export_days d
join botledger.bots b on b.bot_key = d.bot_key;

comment on table botledger.bots is 'Bots (AI agents) that exports were seen of, or asked for.';
comment on table botledger.export_days is 'What the source of the exports said of a bot''s day when it was asked last; no row if it never was.';
comment on column botledger.export_days.bot_key is 'The bot; see bots.';
comment on column botledger.export_days.export_date is 'The day (UTC).';
comment on column botledger.export_days.state is 'absent (there was no export) or complete (every file that there was has landed).';
comment on column botledger.export_days.checked_at is 'When it was asked last.';
comment on view reporting.export_days is 'One row per bot and day that the source of the exports was asked for.';
${view_column}comment on column reporting.export_days.bot_id is 'The vendor''s id of the bot.';
${view_column}comment on column reporting.export_days.export_date is 'The day (UTC).';
${view_column}comment on column reporting.export_days.state is 'absent (there was no export) or complete (every file that there was has landed).';
${view_column}comment on column reporting.export_days.checked_at is 'When it was asked last.';
