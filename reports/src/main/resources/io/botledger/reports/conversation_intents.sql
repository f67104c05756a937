-- @title First and last intent per conversation
-- @question With which intent did each conversation begin, and with which did it end?
-- @column bot_id text: The vendor's id of the bot.
-- @column conversation_id text: The vendor's id of the conversation, unique within a bot.
-- @column first_intent text: Name of the first intent; null if there is no intent, or it has no name.
-- @column last_intent text: Name of the last intent; null if there is no intent, or it has no name.
-- @order conversation_id, then bot_id, by code points.
-- @rows narrow

-- Second query of the vendor's article: by place in the list, not by time. Ordered by what differs first, which PostgreSQL
-- sorts in half the time.
select
  b.bot_id,
  c.conversation_id,
  first_intents.intent_name as first_intent,
  last_intents.intent_name as last_intent
${conversation_tables}
left join botledger.intents as first_intents on first_intents.intent_key = c.first_intent_key
left join botledger.intents as last_intents on last_intents.intent_key = c.last_intent_key
where ${is_selected}
order by ${code_points(c.conversation_id)}, ${code_points(b.bot_id)}
