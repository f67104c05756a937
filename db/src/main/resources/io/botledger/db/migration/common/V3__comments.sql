-- What every schema, table, view and column means, for whoever finds them in a BI tool.
-- ${view_column} is empty where a view's columns can carry comments, and begins a line comment where they can't (H2).

comment on schema botledger is 'Normalized conversation exports and the ledger of their loads. Written by botledger alone.';
comment on schema reporting is 'Views for people and BI tools.';

comment on table botledger.bots is 'Bots (AI agents) that exports were seen of.';
comment on column botledger.bots.bot_key is 'Surrogate key of the bot.';
comment on column botledger.bots.bot_id is 'The vendor''s id of the bot.';

comment on table botledger.bot_names is 'Names that bots have or had: a bot can be renamed.';
comment on column botledger.bot_names.bot_name_key is 'Surrogate key of the name.';
comment on column botledger.bot_names.bot_name is 'The name.';

comment on table botledger.etl_runs is 'One row per run of a command that writes.';
comment on column botledger.etl_runs.run_key is 'Surrogate key of the run.';
comment on column botledger.etl_runs.command is 'The command.';
comment on column botledger.etl_runs.version is 'Version of botledger.';
comment on column botledger.etl_runs.host is 'Machine on which it runs.';
comment on column botledger.etl_runs.process_id is 'Process id on that machine.';
comment on column botledger.etl_runs.status is 'running, completed, failed, interrupted, or abandoned (its process died).';
comment on column botledger.etl_runs.started_at is 'When it began.';
comment on column botledger.etl_runs.finished_at is 'When it ended; null while it runs.';
comment on column botledger.etl_runs.exit_status is 'Exit status of the command; null while it runs.';
comment on column botledger.etl_runs.found_count is 'Export files found.';
comment on column botledger.etl_runs.loaded_count is 'Files loaded.';
comment on column botledger.etl_runs.unchanged_count is 'Files that were loaded before.';
comment on column botledger.etl_runs.failed_count is 'Files that could not be loaded.';
comment on column botledger.etl_runs.error is 'Why it failed; null if it did not.';

comment on table botledger.etl_loads is 'The ledger: one row per version (content) of an export file.';
comment on column botledger.etl_loads.load_key is 'Surrogate key of the load.';
comment on column botledger.etl_loads.bot_key is 'Bot of the file''s name; see bots.';
comment on column botledger.etl_loads.export_date is 'Day of the file''s name (UTC).';
comment on column botledger.etl_loads.shard is 'Part of the day, of the file''s name, 0-based.';
comment on column botledger.etl_loads.file_name is 'Name of the file, without folder.';
comment on column botledger.etl_loads.sha256 is 'Hash of the inflated content; null if it could not be read.';
comment on column botledger.etl_loads.content_size is 'Bytes of the inflated content; null if it could not be read.';
comment on column botledger.etl_loads.landed_at is 'When the content landed last (time stamp of its file). Of two versions the later one counts.';
comment on column botledger.etl_loads.status is 'started (under way, or its process died), completed (in the tables), failed, superseded (a later version is in the tables).';
comment on column botledger.etl_loads.run_key is 'The run that loaded it last; see etl_runs.';
comment on column botledger.etl_loads.started_at is 'When the load began.';
comment on column botledger.etl_loads.finished_at is 'When the load ended; null if it did not.';
comment on column botledger.etl_loads.read_count is 'Records read.';
comment on column botledger.etl_loads.loaded_count is 'Records that are in the tables and count.';
comment on column botledger.etl_loads.repeated_count is 'Records that a later record of the same file repeats.';
comment on column botledger.etl_loads.outranked_count is 'Records that another file, or a later version of this one, outranks.';
comment on column botledger.etl_loads.rejected_count is 'Records that could not be loaded; see etl_rejects.';
comment on column botledger.etl_loads.value_reject_count is 'Values that could not be taken as sent; see etl_rejects.';
comment on column botledger.etl_loads.error_code is 'Kind of error; null unless failed.';
comment on column botledger.etl_loads.error is 'What went wrong and what to do; null unless failed.';

comment on table botledger.etl_files is 'Where a content was seen: lets the next run pass over a file without reading it.';
comment on column botledger.etl_files.path_sha256 is 'Hash of file_path.';
comment on column botledger.etl_files.file_path is 'Absolute path of the file.';
comment on column botledger.etl_files.file_size is 'Bytes of the file as stored.';
comment on column botledger.etl_files.landed_at is 'Time stamp of the file.';
comment on column botledger.etl_files.load_key is 'Its content; see etl_loads.';

comment on table botledger.etl_rejects is 'Records that were not loaded and values that were not taken as sent. Holds no text of a conversation.';
comment on column botledger.etl_rejects.load_key is 'The load; see etl_loads.';
comment on column botledger.etl_rejects.reject_number is 'Number of the reject in its load, 1-based.';
comment on column botledger.etl_rejects.kind is 'record (not loaded) or value (loaded; that value is null or stands as the message says).';
comment on column botledger.etl_rejects.record_ordinal is 'Number of the record in its file, 1-based.';
comment on column botledger.etl_rejects.byte_offset is 'Where the record begins in the inflated content, 0-based.';
comment on column botledger.etl_rejects.json_pointer is 'JSON pointer to the value; empty for the whole record.';
comment on column botledger.etl_rejects.reason is 'Stable code of the reason.';
comment on column botledger.etl_rejects.message is 'What was expected and what was found.';
comment on column botledger.etl_rejects.record_sha256 is 'Hash of the record''s bytes.';

comment on table botledger.conversations is 'Conversations: one row per conversation and file that holds it; is_current marks the row that counts.';
comment on column botledger.conversations.conversation_key is 'Surrogate key of the conversation.';
comment on column botledger.conversations.bot_key is 'The bot; see bots.';
comment on column botledger.conversations.conversation_id is 'The vendor''s id of the conversation, unique within a bot.';
comment on column botledger.conversations.is_current is 'True for the row that counts; null for one that another file outranks (later export date, then higher shard). It counts again when the other goes.';
comment on column botledger.conversations.load_key is 'The load that brought the row; see etl_loads.';
comment on column botledger.conversations.record_ordinal is 'Number of the record in its file, 1-based.';
comment on column botledger.conversations.export_date is 'Day of the export file (UTC).';
comment on column botledger.conversations.bot_name_key is 'The bot''s name at the time of the export; see bot_names.';
comment on column botledger.conversations.platform_conversation_id is 'Id in the customer''s CRM; not unique.';
comment on column botledger.conversations.started_at is 'Start of the conversation (conversation_start_time).';
comment on column botledger.conversations.ended_at is 'End of the conversation (conversation_end_time).';
comment on column botledger.conversations.session_ended_at is 'End of the session (session_ended_timestamp, v3).';
comment on column botledger.conversations.language is 'Language code, as exported.';
comment on column botledger.conversations.channel is 'Channel, as exported: chat or ticket.';
comment on column botledger.conversations.conversation_type is 'Kind of conversation, as exported (v3).';
comment on column botledger.conversations.test_mode is 'Whether it was a test conversation.';
comment on column botledger.conversations.is_llm_conversation is 'Whether at least one answer came from a language model.';
comment on column botledger.conversations.conversation_status is 'How the conversation ended: botHandled, agent, email, customEscalation, failedEscalation, or another text as exported.';
comment on column botledger.conversations.last_resolution is 'Final resolution: informed, resolved, escalated, undefined, or another text as exported.';
comment on column botledger.conversations.bot_messages_count is 'Messages that the bot sent; 0 for the suggestion engine.';
comment on column botledger.conversations.visitor_messages_count is 'Messages that the visitor sent.';
comment on column botledger.conversations.not_understood_messages_count is 'Visitor''s messages that the bot did not understand.';
comment on column botledger.conversations.knowledge_not_understood_count is 'Knowledge answers: messages not understood (llm_notUnderstood_count in v2).';
comment on column botledger.conversations.knowledge_response_generated_count is 'Knowledge answers: answers generated (llm_responseGenerated_count in v2).';
comment on column botledger.conversations.knowledge_error_occurred_count is 'Knowledge answers: errors (llm_errorOccurred_count in v2).';
comment on column botledger.conversations.knowledge_escalation_required_count is 'Knowledge answers: escalations required (llm_escalationRequired_count in v2).';
comment on column botledger.conversations.knowledge_fallback_count is 'Knowledge answers: fallbacks (llm_fallback_count in v2).';
comment on column botledger.conversations.has_knowledge_response_attempt is 'Whether an answer from knowledge was tried (v3).';
comment on column botledger.conversations.automated_resolution is 'The vendor''s verdict on automated resolution, as exported (v3).';
comment on column botledger.conversations.automated_resolution_reasoning is 'The vendor''s reasons for automated_resolution (v3).';
comment on column botledger.conversations.resolution_tier is 'The vendor''s tier of resolution, as exported (v3).';
comment on column botledger.conversations.rbp_status_name is 'rbp_status_name, as exported (v3).';
comment on column botledger.conversations.extra is 'Fields that botledger does not know, as one JSON object with lower-case names; null where there are none.';

comment on table botledger.labels is 'Labels that occur.';
comment on column botledger.labels.label_key is 'Surrogate key of the label.';
comment on column botledger.labels.label is 'The label.';

comment on table botledger.conversation_labels is 'Labels of conversations.';
comment on column botledger.conversation_labels.conversation_key is 'The conversation; see conversations.';
comment on column botledger.conversation_labels.position is 'Place in the list, 0-based.';
comment on column botledger.conversation_labels.label_key is 'The label; see labels.';

comment on table botledger.session_param_names is 'Names of session parameters that occur.';
comment on column botledger.session_param_names.session_param_name_key is 'Surrogate key of the name.';
comment on column botledger.session_param_names.param_name is 'The name, case kept.';

comment on table botledger.session_params is 'Session parameters that had a value (conversations_data). Visitors'' personal data may be in here.';
comment on column botledger.session_params.conversation_key is 'The conversation; see conversations.';
comment on column botledger.session_params.session_param_name_key is 'The name; see session_param_names.';
comment on column botledger.session_params.param_value is 'Value as text: a string''s content, a number''s or boolean''s literal, an object or array as JSON.';

comment on table botledger.intents is 'Intents that occur, one row per id and name: an intent can be renamed.';
comment on column botledger.intents.intent_key is 'Surrogate key of the intent.';
comment on column botledger.intents.intent_id is 'The vendor''s id of the intent.';
comment on column botledger.intents.intent_name is 'The intent''s name at the time of the export.';

comment on table botledger.intent_replies is 'Intents that were triggered in conversations (triggered_intent_replies).';
comment on column botledger.intent_replies.conversation_key is 'The conversation; see conversations.';
comment on column botledger.intent_replies.position is 'Place in the list, 0-based.';
comment on column botledger.intent_replies.intent_key is 'The intent; see intents.';
comment on column botledger.intent_replies.intent_at is 'When the intent was triggered.';
comment on column botledger.intent_replies.not_meaningful is 'Whether the vendor marks the intent as saying nothing about the concern.';
comment on column botledger.intent_replies.extra is 'Members that botledger does not know, as JSON.';

comment on table botledger.replies is 'Replies that occur, one row per combination of what the export says of them.';
comment on column botledger.replies.reply_key is 'Surrogate key of the reply.';
comment on column botledger.replies.reply_id is 'The vendor''s id of the reply.';
comment on column botledger.replies.reply_name is 'The reply''s name at the time of the export.';
comment on column botledger.replies.reply_type is 'Kind of reply, as exported.';
comment on column botledger.replies.reply_language is 'Language code of the reply.';
comment on column botledger.replies.intent_id is 'The vendor''s id of the intent that led to the reply.';

comment on table botledger.triggered_replies is 'Replies that were triggered in conversations.';
comment on column botledger.triggered_replies.conversation_key is 'The conversation; see conversations.';
comment on column botledger.triggered_replies.position is 'Place in the list, 0-based.';
comment on column botledger.triggered_replies.reply_key is 'The reply; see replies.';
comment on column botledger.triggered_replies.reply_at is 'When the reply was triggered.';
comment on column botledger.triggered_replies.extra is 'Members that botledger does not know, as JSON.';

comment on table botledger.segments is 'Segments that occur (v3).';
comment on column botledger.segments.segment_key is 'Surrogate key of the segment.';
comment on column botledger.segments.segment is 'The segment.';

comment on table botledger.conversation_segments is 'Segments of conversations (v3).';
comment on column botledger.conversation_segments.conversation_key is 'The conversation; see conversations.';
comment on column botledger.conversation_segments.position is 'Place in the list, 0-based.';
comment on column botledger.conversation_segments.segment_key is 'The segment; see segments.';

comment on table botledger.procedures is 'Procedures that occur (v3).';
comment on column botledger.procedures.procedure_key is 'Surrogate key of the procedure.';
comment on column botledger.procedures.procedure_name is 'The procedure''s name.';

comment on table botledger.conversation_procedures is 'Procedures that were triggered in conversations (v3).';
comment on column botledger.conversation_procedures.conversation_key is 'The conversation; see conversations.';
comment on column botledger.conversation_procedures.position is 'Place in the list, 0-based.';
comment on column botledger.conversation_procedures.procedure_key is 'The procedure; see procedures.';

comment on table botledger.use_cases is 'Use cases that occur (v3).';
comment on column botledger.use_cases.use_case_key is 'Surrogate key of the use case.';
comment on column botledger.use_cases.use_case is 'The use case.';

comment on table botledger.conversation_use_cases is 'Use cases that were triggered in conversations (v3).';
comment on column botledger.conversation_use_cases.conversation_key is 'The conversation; see conversations.';
comment on column botledger.conversation_use_cases.position is 'Place in the list, 0-based.';
comment on column botledger.conversation_use_cases.use_case_key is 'The use case; see use_cases.';

comment on table botledger.knowledge_sources is 'Articles that answers were drawn from (v3).';
comment on column botledger.knowledge_sources.knowledge_source_key is 'Surrogate key of the article.';
comment on column botledger.knowledge_sources.article_name is 'The article''s name.';

comment on table botledger.conversation_knowledge_sources is 'Articles that answers of conversations were drawn from (v3).';
comment on column botledger.conversation_knowledge_sources.conversation_key is 'The conversation; see conversations.';
comment on column botledger.conversation_knowledge_sources.position is 'Place in the list, 0-based.';
comment on column botledger.conversation_knowledge_sources.knowledge_source_key is 'The article; see knowledge_sources.';
comment on column botledger.conversation_knowledge_sources.extra is 'Members that botledger does not know, as JSON.';

comment on view botledger.current_conversations is 'Conversations that count, flat, with the key that joins them to the lists.';
${view_column}comment on column botledger.current_conversations.conversation_key is 'Surrogate key of the conversation.';
${view_column}comment on column botledger.current_conversations.conversation_id is 'The vendor''s id of the conversation, unique within a bot.';
${view_column}comment on column botledger.current_conversations.bot_id is 'The vendor''s id of the bot.';
${view_column}comment on column botledger.current_conversations.bot_name is 'The bot''s name at the time of the export.';
${view_column}comment on column botledger.current_conversations.platform_conversation_id is 'Id in the customer''s CRM; not unique.';
${view_column}comment on column botledger.current_conversations.started_at is 'Start of the conversation (conversation_start_time).';
${view_column}comment on column botledger.current_conversations.ended_at is 'End of the conversation (conversation_end_time).';
${view_column}comment on column botledger.current_conversations.session_ended_at is 'End of the session (session_ended_timestamp, v3).';
${view_column}comment on column botledger.current_conversations.start_date is 'Day of started_at (UTC).';
${view_column}comment on column botledger.current_conversations.end_date is 'Day of ended_at (UTC); the day of the export file where ended_at is unknown.';
${view_column}comment on column botledger.current_conversations.duration_seconds is 'Seconds from started_at to ended_at, with microseconds.';
${view_column}comment on column botledger.current_conversations.language is 'Language code, as exported.';
${view_column}comment on column botledger.current_conversations.channel is 'Channel, as exported: chat or ticket.';
${view_column}comment on column botledger.current_conversations.conversation_type is 'Kind of conversation, as exported (v3).';
${view_column}comment on column botledger.current_conversations.test_mode is 'Whether it was a test conversation.';
${view_column}comment on column botledger.current_conversations.is_llm_conversation is 'Whether at least one answer came from a language model.';
${view_column}comment on column botledger.current_conversations.conversation_status is 'How the conversation ended: botHandled, agent, email, customEscalation, failedEscalation, or another text as exported.';
${view_column}comment on column botledger.current_conversations.last_resolution is 'Final resolution: informed, resolved, escalated, undefined, or another text as exported.';
${view_column}comment on column botledger.current_conversations.bot_messages_count is 'Messages that the bot sent; 0 for the suggestion engine.';
${view_column}comment on column botledger.current_conversations.visitor_messages_count is 'Messages that the visitor sent.';
${view_column}comment on column botledger.current_conversations.not_understood_messages_count is 'Visitor''s messages that the bot did not understand.';
${view_column}comment on column botledger.current_conversations.knowledge_not_understood_count is 'Knowledge answers: messages not understood (llm_notUnderstood_count in v2).';
${view_column}comment on column botledger.current_conversations.knowledge_response_generated_count is 'Knowledge answers: answers generated (llm_responseGenerated_count in v2).';
${view_column}comment on column botledger.current_conversations.knowledge_error_occurred_count is 'Knowledge answers: errors (llm_errorOccurred_count in v2).';
${view_column}comment on column botledger.current_conversations.knowledge_escalation_required_count is 'Knowledge answers: escalations required (llm_escalationRequired_count in v2).';
${view_column}comment on column botledger.current_conversations.knowledge_fallback_count is 'Knowledge answers: fallbacks (llm_fallback_count in v2).';
${view_column}comment on column botledger.current_conversations.has_knowledge_response_attempt is 'Whether an answer from knowledge was tried (v3).';
${view_column}comment on column botledger.current_conversations.automated_resolution is 'The vendor''s verdict on automated resolution, as exported (v3).';
${view_column}comment on column botledger.current_conversations.automated_resolution_reasoning is 'The vendor''s reasons for automated_resolution (v3).';
${view_column}comment on column botledger.current_conversations.resolution_tier is 'The vendor''s tier of resolution, as exported (v3).';
${view_column}comment on column botledger.current_conversations.rbp_status_name is 'rbp_status_name, as exported (v3).';
${view_column}comment on column botledger.current_conversations.extra is 'Fields that botledger does not know, as one JSON object with lower-case names; null where there are none.';
${view_column}comment on column botledger.current_conversations.export_date is 'Day of the export file (UTC).';

comment on view reporting.conversations is 'Conversations that count, flat; each once.';
${view_column}comment on column reporting.conversations.conversation_id is 'The vendor''s id of the conversation, unique within a bot.';
${view_column}comment on column reporting.conversations.bot_id is 'The vendor''s id of the bot.';
${view_column}comment on column reporting.conversations.bot_name is 'The bot''s name at the time of the export.';
${view_column}comment on column reporting.conversations.platform_conversation_id is 'Id in the customer''s CRM; not unique.';
${view_column}comment on column reporting.conversations.started_at is 'Start of the conversation (conversation_start_time).';
${view_column}comment on column reporting.conversations.ended_at is 'End of the conversation (conversation_end_time).';
${view_column}comment on column reporting.conversations.session_ended_at is 'End of the session (session_ended_timestamp, v3).';
${view_column}comment on column reporting.conversations.start_date is 'Day of started_at (UTC).';
${view_column}comment on column reporting.conversations.end_date is 'Day of ended_at (UTC); the day of the export file where ended_at is unknown.';
${view_column}comment on column reporting.conversations.duration_seconds is 'Seconds from started_at to ended_at, with microseconds.';
${view_column}comment on column reporting.conversations.language is 'Language code, as exported.';
${view_column}comment on column reporting.conversations.channel is 'Channel, as exported: chat or ticket.';
${view_column}comment on column reporting.conversations.conversation_type is 'Kind of conversation, as exported (v3).';
${view_column}comment on column reporting.conversations.test_mode is 'Whether it was a test conversation.';
${view_column}comment on column reporting.conversations.is_llm_conversation is 'Whether at least one answer came from a language model.';
${view_column}comment on column reporting.conversations.conversation_status is 'How the conversation ended: botHandled, agent, email, customEscalation, failedEscalation, or another text as exported.';
${view_column}comment on column reporting.conversations.last_resolution is 'Final resolution: informed, resolved, escalated, undefined, or another text as exported.';
${view_column}comment on column reporting.conversations.bot_messages_count is 'Messages that the bot sent; 0 for the suggestion engine.';
${view_column}comment on column reporting.conversations.visitor_messages_count is 'Messages that the visitor sent.';
${view_column}comment on column reporting.conversations.not_understood_messages_count is 'Visitor''s messages that the bot did not understand.';
${view_column}comment on column reporting.conversations.knowledge_not_understood_count is 'Knowledge answers: messages not understood (llm_notUnderstood_count in v2).';
${view_column}comment on column reporting.conversations.knowledge_response_generated_count is 'Knowledge answers: answers generated (llm_responseGenerated_count in v2).';
${view_column}comment on column reporting.conversations.knowledge_error_occurred_count is 'Knowledge answers: errors (llm_errorOccurred_count in v2).';
${view_column}comment on column reporting.conversations.knowledge_escalation_required_count is 'Knowledge answers: escalations required (llm_escalationRequired_count in v2).';
${view_column}comment on column reporting.conversations.knowledge_fallback_count is 'Knowledge answers: fallbacks (llm_fallback_count in v2).';
${view_column}comment on column reporting.conversations.has_knowledge_response_attempt is 'Whether an answer from knowledge was tried (v3).';
${view_column}comment on column reporting.conversations.automated_resolution is 'The vendor''s verdict on automated resolution, as exported (v3).';
${view_column}comment on column reporting.conversations.automated_resolution_reasoning is 'The vendor''s reasons for automated_resolution (v3).';
${view_column}comment on column reporting.conversations.resolution_tier is 'The vendor''s tier of resolution, as exported (v3).';
${view_column}comment on column reporting.conversations.rbp_status_name is 'rbp_status_name, as exported (v3).';
${view_column}comment on column reporting.conversations.extra is 'Fields that botledger does not know, as one JSON object with lower-case names; null where there are none.';
${view_column}comment on column reporting.conversations.export_date is 'Day of the export file (UTC).';

comment on view reporting.bots is 'Bots with their current name and what is loaded of them.';
${view_column}comment on column reporting.bots.bot_id is 'The vendor''s id of the bot.';
${view_column}comment on column reporting.bots.bot_name is 'The bot''s name in its latest conversation.';
${view_column}comment on column reporting.bots.first_export_date is 'First day loaded (UTC).';
${view_column}comment on column reporting.bots.last_export_date is 'Last day loaded (UTC).';
${view_column}comment on column reporting.bots.conversation_count is 'Conversations that count.';

comment on view reporting.conversation_labels is 'Labels of conversations.';
${view_column}comment on column reporting.conversation_labels.conversation_id is 'The vendor''s id of the conversation, unique within a bot.';
${view_column}comment on column reporting.conversation_labels.bot_id is 'The vendor''s id of the bot.';
${view_column}comment on column reporting.conversation_labels.label is 'The label.';
${view_column}comment on column reporting.conversation_labels.position is 'Place in the list, 0-based.';

comment on view reporting.session_params is 'Session parameters that had a value (conversations_data). Visitors'' personal data may be in here.';
${view_column}comment on column reporting.session_params.conversation_id is 'The vendor''s id of the conversation, unique within a bot.';
${view_column}comment on column reporting.session_params.bot_id is 'The vendor''s id of the bot.';
${view_column}comment on column reporting.session_params.name is 'Name of the parameter.';
${view_column}comment on column reporting.session_params.param_value is 'Value as text: a string''s content, a number''s or boolean''s literal, an object or array as JSON.';

comment on view reporting.intent_replies is 'Intents that were triggered in conversations (triggered_intent_replies).';
${view_column}comment on column reporting.intent_replies.conversation_id is 'The vendor''s id of the conversation, unique within a bot.';
${view_column}comment on column reporting.intent_replies.bot_id is 'The vendor''s id of the bot.';
${view_column}comment on column reporting.intent_replies.position is 'Place in the list, 0-based.';
${view_column}comment on column reporting.intent_replies.intent_id is 'The vendor''s id of the intent.';
${view_column}comment on column reporting.intent_replies.intent_name is 'The intent''s name at the time of the export.';
${view_column}comment on column reporting.intent_replies.intent_at is 'When the intent was triggered.';
${view_column}comment on column reporting.intent_replies.not_meaningful is 'Whether the vendor marks the intent as saying nothing about the concern.';
${view_column}comment on column reporting.intent_replies.extra is 'Members that botledger does not know, as JSON.';

comment on view reporting.triggered_replies is 'Replies that were triggered in conversations.';
${view_column}comment on column reporting.triggered_replies.conversation_id is 'The vendor''s id of the conversation, unique within a bot.';
${view_column}comment on column reporting.triggered_replies.bot_id is 'The vendor''s id of the bot.';
${view_column}comment on column reporting.triggered_replies.position is 'Place in the list, 0-based.';
${view_column}comment on column reporting.triggered_replies.reply_id is 'The vendor''s id of the reply.';
${view_column}comment on column reporting.triggered_replies.reply_name is 'The reply''s name at the time of the export.';
${view_column}comment on column reporting.triggered_replies.reply_type is 'Kind of reply, as exported.';
${view_column}comment on column reporting.triggered_replies.reply_language is 'Language code of the reply.';
${view_column}comment on column reporting.triggered_replies.intent_id is 'The vendor''s id of the intent that led to the reply.';
${view_column}comment on column reporting.triggered_replies.reply_at is 'When the reply was triggered.';
${view_column}comment on column reporting.triggered_replies.extra is 'Members that botledger does not know, as JSON.';

comment on view reporting.conversation_segments is 'Segments of conversations (v3).';
${view_column}comment on column reporting.conversation_segments.conversation_id is 'The vendor''s id of the conversation, unique within a bot.';
${view_column}comment on column reporting.conversation_segments.bot_id is 'The vendor''s id of the bot.';
${view_column}comment on column reporting.conversation_segments.segment is 'The segment.';
${view_column}comment on column reporting.conversation_segments.position is 'Place in the list, 0-based.';

comment on view reporting.conversation_procedures is 'Procedures that were triggered in conversations (v3).';
${view_column}comment on column reporting.conversation_procedures.conversation_id is 'The vendor''s id of the conversation, unique within a bot.';
${view_column}comment on column reporting.conversation_procedures.bot_id is 'The vendor''s id of the bot.';
${view_column}comment on column reporting.conversation_procedures.procedure_name is 'The procedure''s name.';
${view_column}comment on column reporting.conversation_procedures.position is 'Place in the list, 0-based.';

comment on view reporting.conversation_use_cases is 'Use cases that were triggered in conversations (v3).';
${view_column}comment on column reporting.conversation_use_cases.conversation_id is 'The vendor''s id of the conversation, unique within a bot.';
${view_column}comment on column reporting.conversation_use_cases.bot_id is 'The vendor''s id of the bot.';
${view_column}comment on column reporting.conversation_use_cases.use_case is 'The use case.';
${view_column}comment on column reporting.conversation_use_cases.position is 'Place in the list, 0-based.';

comment on view reporting.conversation_knowledge_sources is 'Articles that answers of conversations were drawn from (v3).';
${view_column}comment on column reporting.conversation_knowledge_sources.conversation_id is 'The vendor''s id of the conversation, unique within a bot.';
${view_column}comment on column reporting.conversation_knowledge_sources.bot_id is 'The vendor''s id of the bot.';
${view_column}comment on column reporting.conversation_knowledge_sources.article_name is 'The article''s name.';
${view_column}comment on column reporting.conversation_knowledge_sources.position is 'Place in the list, 0-based.';
${view_column}comment on column reporting.conversation_knowledge_sources.extra is 'Members that botledger does not know, as JSON.';

comment on view reporting.loads is 'The ledger: one row per version of an export file.';
${view_column}comment on column reporting.loads.bot_id is 'The vendor''s id of the bot, of the file''s name.';
${view_column}comment on column reporting.loads.export_date is 'Day of the file''s name (UTC).';
${view_column}comment on column reporting.loads.shard is 'Part of the day, of the file''s name, 0-based.';
${view_column}comment on column reporting.loads.file_name is 'Name of the file, without folder.';
${view_column}comment on column reporting.loads.revision is 'Number of the version in the order of landing, 1-based.';
${view_column}comment on column reporting.loads.status is 'started (under way, or its process died), completed (in the tables), failed, superseded (a later version is in the tables).';
${view_column}comment on column reporting.loads.sha256 is 'Hash of the inflated content; null if it could not be read.';
${view_column}comment on column reporting.loads.content_size is 'Bytes of the inflated content; null if it could not be read.';
${view_column}comment on column reporting.loads.landed_at is 'When the content landed last (time stamp of its file). Of two versions the later one counts.';
${view_column}comment on column reporting.loads.read_count is 'Records read.';
${view_column}comment on column reporting.loads.loaded_count is 'Records that are in the tables and count.';
${view_column}comment on column reporting.loads.repeated_count is 'Records that a later record of the same file repeats.';
${view_column}comment on column reporting.loads.outranked_count is 'Records that another file, or a later version of this one, outranks.';
${view_column}comment on column reporting.loads.rejected_count is 'Records that could not be loaded; see etl_rejects.';
${view_column}comment on column reporting.loads.value_reject_count is 'Values that could not be taken as sent; see etl_rejects.';
${view_column}comment on column reporting.loads.error_code is 'Kind of error; null unless failed.';
${view_column}comment on column reporting.loads.error is 'What went wrong and what to do; null unless failed.';
${view_column}comment on column reporting.loads.started_at is 'When the load began.';
${view_column}comment on column reporting.loads.finished_at is 'When the load ended; null if it did not.';

comment on view reporting.rejects is 'Records that were not loaded and values that were not taken as sent.';
${view_column}comment on column reporting.rejects.bot_id is 'The vendor''s id of the bot, of the file''s name.';
${view_column}comment on column reporting.rejects.export_date is 'Day of the file''s name (UTC).';
${view_column}comment on column reporting.rejects.shard is 'Part of the day, of the file''s name, 0-based.';
${view_column}comment on column reporting.rejects.file_name is 'Name of the file, without folder.';
${view_column}comment on column reporting.rejects.sha256 is 'Hash of the inflated content; null if it could not be read.';
${view_column}comment on column reporting.rejects.load_status is 'Status of the load: completed, failed or superseded.';
${view_column}comment on column reporting.rejects.kind is 'record (not loaded) or value (loaded; that value is null or stands as the message says).';
${view_column}comment on column reporting.rejects.record_ordinal is 'Number of the record in its file, 1-based.';
${view_column}comment on column reporting.rejects.byte_offset is 'Where the record begins in the inflated content, 0-based.';
${view_column}comment on column reporting.rejects.json_pointer is 'JSON pointer to the value; empty for the whole record.';
${view_column}comment on column reporting.rejects.reason is 'Stable code of the reason.';
${view_column}comment on column reporting.rejects.message is 'What was expected and what was found.';
${view_column}comment on column reporting.rejects.record_sha256 is 'Hash of the record''s bytes.';

comment on view reporting.runs is 'One row per run of a command that writes.';
${view_column}comment on column reporting.runs.command is 'The command.';
${view_column}comment on column reporting.runs.version is 'Version of botledger.';
${view_column}comment on column reporting.runs.host is 'Machine on which it runs.';
${view_column}comment on column reporting.runs.process_id is 'Process id on that machine.';
${view_column}comment on column reporting.runs.status is 'running, completed, failed, interrupted, or abandoned (its process died).';
${view_column}comment on column reporting.runs.started_at is 'When it began.';
${view_column}comment on column reporting.runs.finished_at is 'When it ended; null while it runs.';
${view_column}comment on column reporting.runs.exit_status is 'Exit status of the command; null while it runs.';
${view_column}comment on column reporting.runs.found_count is 'Export files found.';
${view_column}comment on column reporting.runs.loaded_count is 'Files loaded.';
${view_column}comment on column reporting.runs.unchanged_count is 'Files that were loaded before.';
${view_column}comment on column reporting.runs.failed_count is 'Files that could not be loaded.';
${view_column}comment on column reporting.runs.error is 'Why it failed; null if it did not.';
