-- @title Handling time
-- @question How long do conversations take, from their start to their end?
-- @column by text: The group of the row; null where its conversations have no value. Only with --by.
-- @column total_conversations integer, conversations: All that are selected.
-- @column measured_conversations integer, conversations: Those with a start and an end that is not before it. The times
--   are of these.
-- @column median_seconds integer, seconds: The least time that half of them did not exceed; like the next and the longest
--   a whole number, rounded.
-- @column p90_seconds integer, seconds: The least time that nine of ten did not exceed.
-- @column average_seconds decimal, seconds: Their mean, to 1 digit: that of the exact times, to the microsecond.
-- @column longest_seconds integer, seconds: The longest.
-- @order The group, by code points, null last.
-- @rows few
-- @parameter by choice(day, week, month, bot, channel, language, status, intent): One row per day (YYYY-MM-DD), week (the
--   date of its Monday), month (YYYY-MM), bot (its id), channel, language, status, or first meaningful intent; absent:
--   one row for all.
-- @parameter ignore_intent text, repeatable = Greeting | Talk to a human/agent: Name of an intent that --by intent
--   passes over; replaces the default, and an empty text alone stands for no name at all.

-- Equal times count together: far fewer rows to sort than conversations.
with counted as (
  select
    case cast(:by as varchar)
      when 'status' then conversation_status
      when 'intent' then
        case
          when cast(:ignore_intent_is_default as boolean) then (
            select i.intent_name from botledger.intents i where i.intent_key = c.first_meaningful_intent_key
          )
          else (
            select i.intent_name
            from botledger.intent_replies r
            join botledger.intents i on i.intent_key = r.intent_key
            where r.conversation_key = c.conversation_key
              and ${meaningful_intent}
            order by r.intent_at nulls last, r.position
            fetch first 1 row only
          )
        end
      else ${group_text}
    end as group_name,
    case
      when ended_at >= started_at
        then cast(round(extract(epoch from ended_at - started_at)) as bigint)
    end as seconds,
    count(*) as conversation_count,
    -- Not of its seconds, which cost H2 several microseconds each.
    sum(ended_at - started_at) filter (where ended_at >= started_at) as exact_time
${conversation_tables}
where ${is_selected}
  group by group_name, seconds
  union all
  -- One group where nothing is selected.
  select null, null, 0, null
  where ${is_empty_whole}
),
ranked as (
  select
    counted.*,
    sum(conversation_count) over (partition by group_name order by seconds nulls last) as rank_to,
    sum(case when seconds is null then 0 else conversation_count end) over (partition by group_name) as measured
  from counted
),
summed as (
  select
    group_name,
    sum(conversation_count) as total_conversations,
    sum(case when seconds is null then 0 else conversation_count end) as measured_conversations,
    min(seconds) filter (where 2 * rank_to >= measured) as median_seconds,
    min(seconds) filter (where 10 * rank_to >= 9 * measured) as p90_seconds,
    extract(epoch from sum(exact_time)) as exact_seconds,
    max(seconds) as longest_seconds
  from ranked
  group by group_name
)
select
  group_name as "by",
  total_conversations,
  measured_conversations,
  median_seconds,
  p90_seconds,
  cast(round(cast(exact_seconds as decimal(38, 20)) / nullif(measured_conversations, 0), 1) as decimal(30, 1))
    as average_seconds,
  longest_seconds
from summed
order by ${code_points(group_name)} nulls last
