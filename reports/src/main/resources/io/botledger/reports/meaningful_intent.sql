-- @fragment Whether an intent i of a reply r is meaningful: marked so, with a name, and not passed over.
r.not_meaningful is false
and i.intent_name is not null
and not (i.intent_name = any (cast(:ignore_intent as varchar array)))
