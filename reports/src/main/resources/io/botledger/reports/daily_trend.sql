-- @title Daily trend
-- @question How do the number of conversations and what became of them change from day to day?
-- @column day date: The day; null for conversations without one (see --day-of).
-- @column by text: The series of the row; null where its conversations have no value. Only with --by.
-- @column total_conversations integer, conversations: Those of the day.
-- @column average_conversations decimal, conversations a day: Mean of this day and the six before it, to 2 digits; null
--   where these are not all in the range.
-- @column bot_handled_conversations integer, conversations: Status botHandled.
-- @column bot_handled_rate rate, of total_conversations: Share of bot_handled_conversations.
-- @column escalated_conversations integer, conversations: Status email, agent or customEscalation.
-- @column escalation_rate rate, of total_conversations: Share of escalated_conversations.
-- @column failed_escalation_conversations integer, conversations: Status failedEscalation.
-- @column failed_escalation_rate rate, of total_conversations: Share of failed_escalation_conversations.
-- @column automated_conversations integer, conversations: Last resolution informed or resolved.
-- @column automation_rate rate, of total_conversations: Share of automated_conversations.
-- @order day, null last; then the series, by code points, null last. Each series has every day from --from to --to, or
--   else from the first to the last day of all series.
-- @rows few

with counted_days as (
  select
    ${counted_year_day} as year_day,
    ${series} as series,
    count(*) as total_conversations,
    count(*) filter (where conversation_status = 'botHandled') as bot_handled_conversations,
    count(*) filter (where ${escalated}) as escalated_conversations,
    count(*) filter (where conversation_status = 'failedEscalation') as failed_escalation_conversations,
    count(*) filter (where ${automated}) as automated_conversations
${conversation_tables}
where ${is_selected}
  group by year_day, series
  union all
  -- One series where nothing is selected.
  select
    cast(1000 * extract(year from cast(:from as date)) + extract(doy from cast(:from as date)) as integer),
    null, 0, 0, 0, 0, 0
  where cast(:from as date) is not null
    and cast(:to as date) is not null
    and ${is_empty_whole}
),
dated as (
  select counted_days.*, ${year_day_date(year_day)} as counted_date from counted_days
),
counted as (
  select dated.*, ${epoch_day(counted_date)} as day_number from dated
),
limited as (
  select counted.*, cast(:from as date) as from_date, cast(:to as date) as to_date from counted
),
ranges as (
  select
    limited.*,
    coalesce(
      lag(day_number) over (partition by series order by day_number nulls last) + 1,
      ${epoch_day(from_date)},
      min(day_number) over ()
    ) as first_day,
    case
      when lead(day_number) over (partition by series order by day_number nulls last) is null
        then coalesce(${epoch_day(to_date)}, max(day_number) over ())
      else day_number
    end as last_day
  from limited
),
spans as (
  select ranges.*, case when day_number is null then 0 else last_day - first_day end as span from ranges
),
steps as (
${repeated_rows(spans)}
),
days as (
  select
    steps.*,
    case when day_number is not null then first_day + step end as step_day,
    case when day_number is null or day_number = first_day + step then 1 else 0 end as times
  from steps
),
trend as (
  select
    days.*,
    times * total_conversations as day_conversations,
    case
      when count(step_day) over (
        partition by series order by step_day nulls last rows between 6 preceding and current row
      ) = 7
        then sum(times * total_conversations) over (
          partition by series order by step_day nulls last rows between 6 preceding and current row
        )
    end as week_conversations
  from days
)
select
  cast(date '1970-01-01' + step_day as date) as "day",
  series as "by",
  day_conversations as total_conversations,
  cast(round(cast(week_conversations as decimal(38, 20)) / 7, 2) as decimal(30, 2)) as average_conversations,
  times * bot_handled_conversations as bot_handled_conversations,
  ${rate(times * bot_handled_conversations, day_conversations)} as bot_handled_rate,
  times * escalated_conversations as escalated_conversations,
  ${rate(times * escalated_conversations, day_conversations)} as escalation_rate,
  times * failed_escalation_conversations as failed_escalation_conversations,
  ${rate(times * failed_escalation_conversations, day_conversations)} as failed_escalation_rate,
  times * automated_conversations as automated_conversations,
  ${rate(times * automated_conversations, day_conversations)} as automation_rate
from trend
order by step_day nulls last, ${code_points(series)} nulls last
