-- current_conversations carries the key that joins it to the lists; the views in reporting carry no surrogate key,
-- so that their rows depend on the exports alone. Days are taken from the epoch: unlike a cast, that never
-- depends on the session's time zone.

create view botledger.current_conversations as
select
  c.conversation_key,
  c.conversation_id,
  b.bot_id,
  n.bot_name,
  c.platform_conversation_id,
  c.started_at,
  c.ended_at,
  c.session_ended_at,
  cast(date '1970-01-01' + cast(floor(extract(epoch from c.started_at) / 86400) as integer) as date) as start_date,
  coalesce(
    cast(date '1970-01-01' + cast(floor(extract(epoch from c.ended_at) / 86400) as integer) as date),
    c.export_date
  ) as end_date,
  cast(extract(epoch from c.ended_at) - extract(epoch from c.started_at) as decimal(18, 6)) as duration_seconds,
  c.language,
  c.channel,
  c.conversation_type,
  c.test_mode,
  c.is_llm_conversation,
  c.conversation_status,
  c.last_resolution,
  c.bot_messages_count,
  c.visitor_messages_count,
  c.not_understood_messages_count,
  c.knowledge_not_understood_count,
  c.knowledge_response_generated_count,
  c.knowledge_error_occurred_count,
  c.knowledge_escalation_required_count,
  c.knowledge_fallback_count,
  c.has_knowledge_response_attempt,
  c.automated_resolution,
  c.automated_resolution_reasoning,
  c.resolution_tier,
  c.rbp_status_name,
  c.extra,
  c.export_date
from botledger.conversations c
join botledger.bots b on b.bot_key = c.bot_key
left join botledger.bot_names n on n.bot_name_key = c.bot_name_key
where c.is_current;

create view reporting.conversations as
select
  conversation_id,
  bot_id,
  bot_name,
  platform_conversation_id,
  started_at,
  ended_at,
  session_ended_at,
  start_date,
  end_date,
  duration_seconds,
  language,
  channel,
  conversation_type,
  test_mode,
  is_llm_conversation,
  conversation_status,
  last_resolution,
  bot_messages_count,
  visitor_messages_count,
  not_understood_messages_count,
  knowledge_not_understood_count,
  knowledge_response_generated_count,
  knowledge_error_occurred_count,
  knowledge_escalation_required_count,
  knowledge_fallback_count,
  has_knowledge_response_attempt,
  automated_resolution,
  automated_resolution_reasoning,
  resolution_tier,
  rbp_status_name,
  extra,
  export_date
from botledger.current_conversations;

create view reporting.bots as
select
  b.bot_id,
  latest.bot_name,
  totals.first_export_date,
  totals.last_export_date,
  totals.conversation_count
from botledger.bots b
join (
  select
    bot_key,
    min(export_date) as first_export_date,
    max(export_date) as last_export_date,
    count(*) as conversation_count
  from botledger.conversations
  where is_current
  group by bot_key
) totals on totals.bot_key = b.bot_key
left join (
  select
    c.bot_key,
    n.bot_name,
    row_number() over (
      partition by c.bot_key order by c.export_date desc, c.ended_at desc nulls last, c.conversation_id desc
    ) as recency
  from botledger.conversations c
  join botledger.bot_names n on n.bot_name_key = c.bot_name_key
  where c.is_current
) latest on latest.bot_key = b.bot_key and latest.recency = 1;

create view reporting.conversation_labels as
select c.conversation_id, b.bot_id, l.label, x.position
from botledger.conversation_labels x
join botledger.conversations c on c.conversation_key = x.conversation_key
join botledger.bots b on b.bot_key = c.bot_key
join botledger.labels l on l.label_key = x.label_key
where c.is_current;

create view reporting.session_params as
select c.conversation_id, b.bot_id, n.param_name as name, x.param_value
from botledger.session_params x
join botledger.conversations c on c.conversation_key = x.conversation_key
join botledger.bots b on b.bot_key = c.bot_key
join botledger.session_param_names n on n.session_param_name_key = x.session_param_name_key
where c.is_current;

create view reporting.intent_replies as
select
  c.conversation_id, b.bot_id, x.position, i.intent_id, i.intent_name, x.intent_at, x.not_meaningful, x.extra
from botledger.intent_replies x
join botledger.conversations c on c.conversation_key = x.conversation_key
join botledger.bots b on b.bot_key = c.bot_key
join botledger.intents i on i.intent_key = x.intent_key
where c.is_current;

create view reporting.triggered_replies as
select
  c.conversation_id, b.bot_id, x.position, r.reply_id, r.reply_name, r.reply_type, r.reply_language, r.intent_id,
  x.reply_at, x.extra
from botledger.triggered_replies x
join botledger.conversations c on c.conversation_key = x.conversation_key
join botledger.bots b on b.bot_key = c.bot_key
join botledger.replies r on r.reply_key = x.reply_key
where c.is_current;

create view reporting.conversation_segments as
select c.conversation_id, b.bot_id, s.segment, x.position
from botledger.conversation_segments x
join botledger.conversations c on c.conversation_key = x.conversation_key
join botledger.bots b on b.bot_key = c.bot_key
join botledger.segments s on s.segment_key = x.segment_key
where c.is_current;

create view reporting.conversation_procedures as
select c.conversation_id, b.bot_id, p.procedure_name, x.position
from botledger.conversation_procedures x
join botledger.conversations c on c.conversation_key = x.conversation_key
join botledger.bots b on b.bot_key = c.bot_key
join botledger.procedures p on p.procedure_key = x.procedure_key
where c.is_current;

create view reporting.conversation_use_cases as
select c.conversation_id, b.bot_id, u.use_case, x.position
from botledger.conversation_use_cases x
join botledger.conversations c on c.conversation_key = x.conversation_key
join botledger.bots b on b.bot_key = c.bot_key
join botledger.use_cases u on u.use_case_key = x.use_case_key
where c.is_current;

create view reporting.conversation_knowledge_sources as
select c.conversation_id, b.bot_id, k.article_name, x.position, x.extra
from botledger.conversation_knowledge_sources x
join botledger.conversations c on c.conversation_key = x.conversation_key
join botledger.bots b on b.bot_key = c.bot_key
join botledger.knowledge_sources k on k.knowledge_source_key = x.knowledge_source_key
where c.is_current;

create view reporting.loads as
select
  b.bot_id,
  l.export_date,
  l.shard,
  l.file_name,
  row_number() over (
    partition by l.bot_key, l.export_date, l.shard order by l.landed_at, l.content_size, l.sha256, l.load_key
  ) as revision,
  l.status,
  l.sha256,
  l.content_size,
  l.landed_at,
  l.read_count,
  l.loaded_count,
  l.repeated_count,
  l.outranked_count,
  l.rejected_count,
  l.value_reject_count,
  l.error_code,
  l.error,
  l.started_at,
  l.finished_at
from botledger.etl_loads l
join botledger.bots b on b.bot_key = l.bot_key;

create view reporting.rejects as
select
  b.bot_id,
  l.export_date,
  l.shard,
  l.file_name,
  l.sha256,
  l.status as load_status,
  r.kind,
  r.record_ordinal,
  r.byte_offset,
  r.json_pointer,
  r.reason,
  r.message,
  r.record_sha256
from botledger.etl_rejects r
join botledger.etl_loads l on l.load_key = r.load_key
join botledger.bots b on b.bot_key = l.bot_key;

create view reporting.runs as
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
  error
from botledger.etl_runs;
