-- @fragment The conversations that the common filters leave, for a report that says by itself which --day-of it takes.
${conversation_columns}
${conversation_tables}
where ${is_counted}
