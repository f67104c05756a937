-- @fragment Warns that intents of selected conversations do not say whether they are meaningful, so that they do not count
--   as meaningful ones: for where no other does.
select
  'there is no row: ' || cast(count(*) as varchar) || ' intents of ' || cast(count(distinct c.conversation_key) as varchar)
    || ' conversations do not say whether they are meaningful, as in older exports, which lack not_meaningful, and none of'
    || ' the others is; the reports intent_funnel and conversation_intents take all intents' as warning
${conversation_tables}
join botledger.intent_replies r on r.conversation_key = c.conversation_key and ${within_keys(r.conversation_key)}
join botledger.intents i on i.intent_key = r.intent_key
where ${is_selected}
  and r.not_meaningful is null
  and i.intent_name is not null
  and not (i.intent_name = any (cast(:ignore_intent as varchar array)))
having count(*) > 0
