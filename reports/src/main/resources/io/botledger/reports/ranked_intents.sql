-- @fragment The meaningful intents of the selected conversations, each with its place by time; behind other columns of a
--   select.
-- @argument direction: asc for the first in place 1, desc for the last.
-- @parameter ignore_intent text, repeatable = Greeting | Talk to a human/agent: Name of an intent that is passed over;
--   replaces the default, and an empty text alone stands for no name at all.
    i.intent_name,
    row_number() over (
      partition by c.conversation_key order by r.intent_at ${direction} nulls last, r.position ${direction}
    ) as place
${conversation_tables}
join botledger.intent_replies r on r.conversation_key = c.conversation_key and ${within_keys(r.conversation_key)}
join botledger.intents i on i.intent_key = r.intent_key
where ${is_selected}
  and ${meaningful_intent}
