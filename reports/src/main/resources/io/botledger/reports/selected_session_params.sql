-- @fragment The session parameters, as p, of the conversations that the common filters leave, c, each with its bot, as b.
${conversation_tables}
join botledger.session_params p on p.conversation_key = c.conversation_key and ${within_keys(p.conversation_key)}
where ${is_selected}
