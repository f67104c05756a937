-- @fragment The first or last meaningful intent of each selected conversation, where holds_windows_in_memory is true: what
--   ranked_intents gives in place 1, without a window; behind aggregates of other columns in a select.
-- @argument direction: asc for the first, desc for the last.
    (
      array_agg(i.intent_name order by r.intent_at ${direction} nulls last, r.position ${direction})
    )[1] as intent_name
${conversation_tables}
join botledger.intent_replies r on r.conversation_key = c.conversation_key and ${within_keys(r.conversation_key)}
join botledger.intents i on i.intent_key = r.intent_key
where ${is_selected}
  and ${meaningful_intent}
  and not cast(:ignore_intent_is_default as boolean)
  and ${holds_windows_in_memory}
  group by c.conversation_key
