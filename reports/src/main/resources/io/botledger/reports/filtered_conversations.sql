-- @fragment The conversations that the common filters leave, of any day; conditions on days may follow.
${conversation_columns}
${conversation_tables}
where ${passes_filters}
