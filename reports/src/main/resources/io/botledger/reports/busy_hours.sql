-- @title Busy hours
-- @question At which hours of the week do conversations come, and how many of them need a person?
-- @column by text: The series of the row; null where its conversations have no value. Only with --by.
-- @column weekday integer, day of the week: 1 Monday to 7 Sunday.
-- @column hour integer, hour of the day: 0 to 23; 9 stands for 09:00 to 09:59.
-- @column total_conversations integer, conversations: Those that started in this hour of a week, or ended with
--   --day-of end. Those without that time are left out.
-- @column hour_rate rate, of the series: Share of total_conversations in those of all hours of the week.
-- @column bot_handled_conversations integer, conversations: Status botHandled.
-- @column bot_handled_rate rate, of total_conversations: Share of bot_handled_conversations.
-- @column escalated_conversations integer, conversations: Status email, agent or customEscalation.
-- @column escalation_rate rate, of total_conversations: Share of escalated_conversations.
-- @order The series, by code points, null last; then weekday, then hour. Each series has all 168 hours.
-- @rows few
-- @parameter day_of choice(start, end) = start: Which time counts, also for --from and --to: that of the start or that
--   of the end.

with counted as (
  select
    ${series} as series,
    24 * (${local_weekday(${counted_at})} - 1) + ${local_hour(${counted_at})} as week_hour,
    count(*) as total_conversations,
    count(*) filter (where conversation_status = 'botHandled') as bot_handled_conversations,
    count(*) filter (where ${escalated}) as escalated_conversations
${conversation_tables}
where ${is_counted}
  and ${counted_at} is not null
  group by series, week_hour
  union all
  -- One series where nothing is selected.
  select null, 0, 0, 0, 0
  where cast(:by as varchar) is null
    and not exists (
      select 1 ${conversation_tables} where ${is_counted} and ${counted_at} is not null
    )
),
ranges as (
  select
    counted.*,
    coalesce(lag(week_hour) over (partition by series order by week_hour) + 1, 0) as first_hour,
    case
      when lead(week_hour) over (partition by series order by week_hour) is null then 167
      else week_hour
    end as last_hour,
    sum(total_conversations) over (partition by series) as series_conversations
  from counted
),
spans as (
  select ranges.*, last_hour - first_hour as span from ranges
),
steps as (
${repeated_rows(spans)}
),
hours as (
  select
    steps.*,
    first_hour + step as step_hour,
    case when first_hour + step = week_hour then 1 else 0 end as times
  from steps
)
select
  series as "by",
  step_hour / 24 + 1 as weekday,
  mod(step_hour, 24) as "hour",
  times * total_conversations as total_conversations,
  ${rate(times * total_conversations, series_conversations)} as hour_rate,
  times * bot_handled_conversations as bot_handled_conversations,
  ${rate(bot_handled_conversations, times * total_conversations)} as bot_handled_rate,
  times * escalated_conversations as escalated_conversations,
  ${rate(escalated_conversations, times * total_conversations)} as escalation_rate
from hours
order by ${code_points(series)} nulls last, step_hour
