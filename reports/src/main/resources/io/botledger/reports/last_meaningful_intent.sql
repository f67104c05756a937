-- @title Metrics by last meaningful intent
-- @question What did visitors ask for last, and how often did the bot handle it?
-- @column by text: The group of the row; null where its conversations have no value. Only with --by.
-- @column last_meaningful_intent text: Name of the intent.
-- @column total_conversations integer, conversations: Those with this intent as their last meaningful one.
-- @column bot_handled_conversations integer, conversations: Status botHandled.
-- @column bot_handled_rate rate, of total_conversations: Share of bot_handled_conversations.
-- @order The group, null last; then total_conversations, most first; then the intent, by code points.
-- @empty unmarked_intents
-- @rows few

-- Third query of the vendor's article: the latest intent by time, of those that are marked as meaningful and not
-- passed over.
${metrics_by_intent(desc, last_meaningful_intent_key, last_meaningful_intent)}
