-- @fragment An instant before which no recontact of a conversation of the range starts; null if the range has none. By loads,
--   which tell where their conversations lie.
(
  select min(first_started_at)
  from botledger.load_spans
  where last_conversation_key >= cast(:first_conversation_key as bigint)
    and first_conversation_key <= cast(:last_conversation_key as bigint)
)
