-- @title Reconciliation with the bot summary
-- @question Which number of conversations does the vendor's bot summary dashboard show, and which conversations of the
--   export does it leave out?
-- @column by text: The group of the row; null where its conversations have no value. Only with --by.
-- @column exported_conversations integer, conversations: All that are selected, by the day of their start.
-- @column bot_summary_conversations integer, conversations: Those with at least one message of the bot, which the bot
--   summary counts.
-- @column bot_summary_rate rate, of exported_conversations: Share of bot_summary_conversations.
-- @column silent_conversations integer, conversations: Left out: the bot sent none, as when it only made suggestions.
-- @column uncounted_conversations integer, conversations: Left out: the export does not say how many messages the bot
--   sent.
-- @column bot_summary_handled_conversations integer, conversations: Status botHandled, of bot_summary_conversations.
-- @column bot_summary_handled_rate rate, of bot_summary_conversations: Share of bot_summary_handled_conversations.
-- @column bot_summary_test_conversations integer, conversations: Test conversations in bot_summary_conversations;
--   --exclude-test leaves them out.
-- @order The group, by code points, null last.
-- @rows few
-- @parameter day_of choice(start) = start: The bot summary counts a conversation on the day on which it started.

with counted as (
  select
    ${conversation_group} as group_name,
    count(*) as exported,
    count(*) filter (where bot_messages_count > 0) as in_summary,
    count(*) filter (where bot_messages_count <= 0) as silent,
    count(*) - count(bot_messages_count) as uncounted,
    count(*) filter (where bot_messages_count > 0 and conversation_status = 'botHandled') as handled,
    count(*) filter (where bot_messages_count > 0 and test_mode) as tests
${conversation_tables}
where ${is_counted}
  group by group_name
  union all
  -- One group where nothing is selected.
  select null, 0, 0, 0, 0, 0, 0
  where ${is_empty_whole}
)
select
  group_name as "by",
  exported as exported_conversations,
  in_summary as bot_summary_conversations,
  ${rate(in_summary, exported)} as bot_summary_rate,
  silent as silent_conversations,
  uncounted as uncounted_conversations,
  handled as bot_summary_handled_conversations,
  ${rate(handled, in_summary)} as bot_summary_handled_rate,
  tests as bot_summary_test_conversations
from counted
order by ${code_points(group_name)} nulls last
