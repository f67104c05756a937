-- @fragment An instant after which no recontact of a conversation of the range starts; null if the range has none. By loads,
--   which tell where their conversations lie.
(
  select max(case when last_ended_at > last_started_at then last_ended_at else last_started_at end) + ${recontact_time}
  from botledger.load_spans
  where last_conversation_key >= cast(:first_conversation_key as bigint)
    and first_conversation_key <= cast(:last_conversation_key as bigint)
)
