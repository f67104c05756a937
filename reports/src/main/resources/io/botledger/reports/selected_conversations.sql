-- @fragment The conversations that the common filters leave. In a select from them, ${counted_at} is when a conversation
--   counts, and ${counted_date} the day.
${conversation_columns}
${conversation_tables}
where ${is_selected}
