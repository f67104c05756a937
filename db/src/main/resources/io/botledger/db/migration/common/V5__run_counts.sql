alter table botledger.etl_runs add column asked_day_count bigint default 0 not null;
alter table botledger.etl_runs add column failed_day_count bigint default 0 not null;
alter table botledger.etl_runs add column landed_count bigint default 0 not null;
alter table botledger.etl_runs add column report_count bigint default 0 not null;

comment on column botledger.etl_runs.asked_day_count is 'Days of bots that the source was asked for.';
comment on column botledger.etl_runs.failed_day_count is 'Days of bots that could not be fetched, or not in full.';
comment on column botledger.etl_runs.landed_count is 'Files of which another version landed.';
comment on column botledger.etl_runs.report_count is 'Reports written.';

-- Replaced, not dropped: who was granted it keeps it. So its new columns stand behind the old ones.
create or replace view reporting.runs as
select
  command,
  version,
  host,
  process_id,
  status,
  started_at,
  finished_at,
  exit_status,
  found_count,
  loaded_count,
  unchanged_count,
  failed_count,
  error,
  asked_day_count,
  failed_day_count,
  landed_count,
  report_count
from botledger.etl_runs;

comment on view reporting.runs is 'One row per run of a command that writes.';
${view_column}comment on column reporting.runs.asked_day_count is 'Days of bots that the source was asked for.';
${view_column}comment on column reporting.runs.failed_day_count is 'Days of bots that could not be fetched, or not in full.';
${view_column}comment on column reporting.runs.landed_count is 'Files of which another version landed.';
${view_column}comment on column reporting.runs.report_count is 'Reports written.';
