-- H2 looks twice for each row of a unique index whether another has its key. The loader counts places itself, and
-- conversations_pk guards their conversations, so the lists keep the index and give up the check; `botledger verify`
-- proves set-wise that no key is there twice.
alter table botledger.conversation_labels drop constraint conversation_labels_pk;
create index conversation_labels_ix on botledger.conversation_labels (conversation_key, position);

alter table botledger.session_params drop constraint session_params_pk;
create index session_params_ix on botledger.session_params (conversation_key, session_param_name_key);

alter table botledger.intent_replies drop constraint intent_replies_pk;
create index intent_replies_ix on botledger.intent_replies (conversation_key, position);

alter table botledger.triggered_replies drop constraint triggered_replies_pk;
create index triggered_replies_ix on botledger.triggered_replies (conversation_key, position);

alter table botledger.conversation_segments drop constraint conversation_segments_pk;
create index conversation_segments_ix on botledger.conversation_segments (conversation_key, position);

alter table botledger.conversation_procedures drop constraint conversation_procedures_pk;
create index conversation_procedures_ix on botledger.conversation_procedures (conversation_key, position);

alter table botledger.conversation_use_cases drop constraint conversation_use_cases_pk;
create index conversation_use_cases_ix on botledger.conversation_use_cases (conversation_key, position);

alter table botledger.conversation_knowledge_sources drop constraint conversation_knowledge_sources_pk;
create index conversation_knowledge_sources_ix
  on botledger.conversation_knowledge_sources (conversation_key, position);
