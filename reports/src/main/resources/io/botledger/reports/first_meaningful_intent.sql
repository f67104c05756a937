-- @title Metrics by first meaningful intent
-- @question What did visitors ask for first, and how often did the bot handle it?
-- @column by text: The group of the row; null where its conversations have no value. Only with --by.
-- @column first_meaningful_intent text: Name of the intent.
-- @column total_conversations integer, conversations: Those with this intent as their first meaningful one.
-- @column bot_handled_conversations integer, conversations: Status botHandled.
-- @column bot_handled_rate rate, of total_conversations: Share of bot_handled_conversations.
-- @order The group, null last; then total_conversations, most first; then the intent, by code points.
-- @empty unmarked_intents
-- @rows few

-- Third query of the vendor's article: the earliest intent by time, of those that are marked as meaningful and not
-- passed over.
${metrics_by_intent(asc, first_meaningful_intent_key, first_meaningful_intent)}
