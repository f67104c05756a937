-- @fragment The meaningful intents of the selected conversations, each with its place by time.
-- @argument direction: asc for the first in place 1, desc for the last.
-- @parameter ignore_intent text, repeatable = Greeting | Talk to a human/agent: Name of an intent that is passed over;
--   replaces the default, and an empty text alone stands for no name at all.
select
  s.bot_id,
  s.channel,
  s.counted_at,
  s.export_date,
  s.conversation_status,
  i.intent_name,
  row_number() over (
    partition by s.conversation_key order by r.intent_at ${direction} nulls last, r.position ${direction}
  ) as place
from selected s
join botledger.intent_replies r on r.conversation_key = s.conversation_key and ${within_keys(r.conversation_key)}
join botledger.intents i on i.intent_key = r.intent_key
where ${meaningful_intent}
