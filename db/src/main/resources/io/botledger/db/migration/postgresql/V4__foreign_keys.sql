-- Declared for readers and tools, never checked row by row: that costs 2.9 times the load. Before PostgreSQL 18 a
-- foreign key can't stand unenforced, so there none is declared; `botledger verify` proves the same set-wise.
do $$
declare
  reference record;
begin
  if current_setting('server_version_num')::integer < 180000 then
    return;
  end if;
  for reference in
    select *
    from (values
      ('conversations', 'bot_key', 'bots'),
      ('conversations', 'bot_name_key', 'bot_names'),
      ('conversations', 'load_key', 'etl_loads'),
      ('conversation_labels', 'conversation_key', 'conversations'),
      ('conversation_labels', 'label_key', 'labels'),
      ('session_params', 'conversation_key', 'conversations'),
      ('session_params', 'session_param_name_key', 'session_param_names'),
      ('intent_replies', 'conversation_key', 'conversations'),
      ('intent_replies', 'intent_key', 'intents'),
      ('triggered_replies', 'conversation_key', 'conversations'),
      ('triggered_replies', 'reply_key', 'replies'),
      ('conversation_segments', 'conversation_key', 'conversations'),
      ('conversation_segments', 'segment_key', 'segments'),
      ('conversation_procedures', 'conversation_key', 'conversations'),
      ('conversation_procedures', 'procedure_key', 'procedures'),
      ('conversation_use_cases', 'conversation_key', 'conversations'),
      ('conversation_use_cases', 'use_case_key', 'use_cases'),
      ('conversation_knowledge_sources', 'conversation_key', 'conversations'),
      ('conversation_knowledge_sources', 'knowledge_source_key', 'knowledge_sources'),
      ('etl_loads', 'bot_key', 'bots'),
      ('etl_loads', 'run_key', 'etl_runs'),
      ('etl_files', 'load_key', 'etl_loads'),
      ('etl_rejects', 'load_key', 'etl_loads')
    ) as references_of_tables (child, key_column, parent)
  loop
    execute format(
      'alter table botledger.%I add constraint %I foreign key (%I) references botledger.%I not enforced',
      reference.child, reference.child || '_' || reference.key_column || '_fk', reference.key_column, reference.parent);
  end loop;
end
$$;
