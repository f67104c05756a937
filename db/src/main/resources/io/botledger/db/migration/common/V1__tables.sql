-- The normalized tables. Keys (..._key) are assigned by the loader; ids (..._id) are the vendor's.
-- ${text} is varchar in the database's byte-wise collation: texts are ids and names, sorted alike everywhere.

create table botledger.bots (
  bot_key bigint not null,
  bot_id ${text} not null,
  constraint bots_pk primary key (bot_key),
  constraint bots_bot_id_uq unique (bot_id)
);

create table botledger.bot_names (
  bot_name_key bigint not null,
  bot_name ${text} not null,
  constraint bot_names_pk primary key (bot_name_key),
  constraint bot_names_bot_name_uq unique (bot_name)
);

create table botledger.etl_runs (
  run_key bigint not null,
  command varchar(100) not null,
  version varchar(100) not null,
  host ${text} not null,
  process_id bigint not null,
  status varchar(20) not null,
  started_at timestamp(6) with time zone not null,
  finished_at timestamp(6) with time zone,
  exit_status integer,
  found_count bigint default 0 not null,
  loaded_count bigint default 0 not null,
  unchanged_count bigint default 0 not null,
  failed_count bigint default 0 not null,
  error ${text},
  constraint etl_runs_pk primary key (run_key),
  constraint etl_runs_status_ck check (status in ('running', 'completed', 'failed', 'interrupted', 'abandoned'))
);

create table botledger.etl_loads (
  load_key bigint not null,
  bot_key bigint not null,
  export_date date not null,
  shard bigint not null,
  file_name ${text} not null,
  sha256 varchar(64),
  content_size bigint,
  landed_at timestamp(6) with time zone not null,
  status varchar(20) not null,
  run_key bigint not null,
  started_at timestamp(6) with time zone not null,
  finished_at timestamp(6) with time zone,
  read_count bigint default 0 not null,
  loaded_count bigint default 0 not null,
  repeated_count bigint default 0 not null,
  outranked_count bigint default 0 not null,
  rejected_count bigint default 0 not null,
  value_reject_count bigint default 0 not null,
  error_code varchar(100),
  error ${text},
  constraint etl_loads_pk primary key (load_key),
  constraint etl_loads_content_uq unique (bot_key, export_date, shard, sha256),
  constraint etl_loads_status_ck check (status in ('started', 'completed', 'failed', 'superseded')),
  constraint etl_loads_content_ck check (status <> 'completed' or (sha256 is not null and content_size is not null)),
  constraint etl_loads_counts_ck check (read_count = loaded_count + repeated_count + outranked_count + rejected_count)
);

create table botledger.etl_files (
  path_sha256 varchar(64) not null,
  file_path ${text} not null,
  file_size bigint not null,
  landed_at timestamp(6) with time zone not null,
  load_key bigint not null,
  constraint etl_files_pk primary key (path_sha256)
);

create table botledger.etl_rejects (
  load_key bigint not null,
  reject_number bigint not null,
  kind varchar(10) not null,
  record_ordinal bigint not null,
  byte_offset bigint not null,
  json_pointer ${text} not null,
  reason varchar(100) not null,
  message ${text} not null,
  record_sha256 varchar(64) not null,
  constraint etl_rejects_pk primary key (load_key, reject_number),
  constraint etl_rejects_kind_ck check (kind in ('record', 'value'))
);

create table botledger.conversations (
  conversation_key bigint not null,
  bot_key bigint not null,
  conversation_id ${text} not null,
  is_current boolean,
  load_key bigint not null,
  record_ordinal bigint not null,
  export_date date not null,
  bot_name_key bigint,
  platform_conversation_id ${text},
  started_at timestamp(6) with time zone,
  ended_at timestamp(6) with time zone,
  session_ended_at timestamp(6) with time zone,
  language ${text},
  channel ${text},
  conversation_type ${text},
  test_mode boolean,
  is_llm_conversation boolean,
  conversation_status ${text},
  last_resolution ${text},
  bot_messages_count integer,
  visitor_messages_count integer,
  not_understood_messages_count integer,
  knowledge_not_understood_count integer,
  knowledge_response_generated_count integer,
  knowledge_error_occurred_count integer,
  knowledge_escalation_required_count integer,
  knowledge_fallback_count integer,
  has_knowledge_response_attempt boolean,
  automated_resolution ${text},
  automated_resolution_reasoning ${text},
  resolution_tier ${text},
  rbp_status_name ${text},
  extra ${text},
  constraint conversations_pk primary key (conversation_key),
  constraint conversations_current_uq unique (bot_key, conversation_id, is_current),
  constraint conversations_is_current_ck check (is_current)
);

create index conversations_load_key_ix on botledger.conversations (load_key);

create table botledger.labels (
  label_key bigint not null,
  label ${text} not null,
  constraint labels_pk primary key (label_key),
  constraint labels_label_uq unique (label)
);

create table botledger.conversation_labels (
  conversation_key bigint not null,
  position integer not null,
  label_key bigint not null,
  constraint conversation_labels_pk primary key (conversation_key, position)
);

create table botledger.session_param_names (
  session_param_name_key bigint not null,
  param_name ${text} not null,
  constraint session_param_names_pk primary key (session_param_name_key),
  constraint session_param_names_param_name_uq unique (param_name)
);

create table botledger.session_params (
  conversation_key bigint not null,
  session_param_name_key bigint not null,
  param_value ${text} not null,
  constraint session_params_pk primary key (conversation_key, session_param_name_key)
);

create table botledger.intents (
  intent_key bigint not null,
  intent_id ${text},
  intent_name ${text},
  constraint intents_pk primary key (intent_key),
  constraint intents_intent_uq unique nulls not distinct (intent_id, intent_name)
);

create table botledger.intent_replies (
  conversation_key bigint not null,
  position integer not null,
  intent_key bigint not null,
  intent_at timestamp(6) with time zone,
  not_meaningful boolean,
  extra ${text},
  constraint intent_replies_pk primary key (conversation_key, position)
);

create table botledger.replies (
  reply_key bigint not null,
  reply_id ${text},
  reply_name ${text},
  reply_type ${text},
  reply_language ${text},
  intent_id ${text},
  constraint replies_pk primary key (reply_key),
  constraint replies_reply_uq unique nulls not distinct (reply_id, reply_name, reply_type, reply_language, intent_id)
);

create table botledger.triggered_replies (
  conversation_key bigint not null,
  position integer not null,
  reply_key bigint not null,
  reply_at timestamp(6) with time zone,
  extra ${text},
  constraint triggered_replies_pk primary key (conversation_key, position)
);

create table botledger.segments (
  segment_key bigint not null,
  segment ${text} not null,
  constraint segments_pk primary key (segment_key),
  constraint segments_segment_uq unique (segment)
);

create table botledger.conversation_segments (
  conversation_key bigint not null,
  position integer not null,
  segment_key bigint not null,
  constraint conversation_segments_pk primary key (conversation_key, position)
);

create table botledger.procedures (
  procedure_key bigint not null,
  procedure_name ${text} not null,
  constraint procedures_pk primary key (procedure_key),
  constraint procedures_procedure_name_uq unique (procedure_name)
);

create table botledger.conversation_procedures (
  conversation_key bigint not null,
  position integer not null,
  procedure_key bigint not null,
  constraint conversation_procedures_pk primary key (conversation_key, position)
);

create table botledger.use_cases (
  use_case_key bigint not null,
  use_case ${text} not null,
  constraint use_cases_pk primary key (use_case_key),
  constraint use_cases_use_case_uq unique (use_case)
);

create table botledger.conversation_use_cases (
  conversation_key bigint not null,
  position integer not null,
  use_case_key bigint not null,
  constraint conversation_use_cases_pk primary key (conversation_key, position)
);

create table botledger.knowledge_sources (
  knowledge_source_key bigint not null,
  article_name ${text} not null,
  constraint knowledge_sources_pk primary key (knowledge_source_key),
  constraint knowledge_sources_article_name_uq unique (article_name)
);

create table botledger.conversation_knowledge_sources (
  conversation_key bigint not null,
  position integer not null,
  knowledge_source_key bigint not null,
  extra ${text},
  constraint conversation_knowledge_sources_pk primary key (conversation_key, position)
);

-- The loader takes keys in blocks: one step of the sequence is one block.
create sequence botledger.key_blocks start with 1 increment by 1;
