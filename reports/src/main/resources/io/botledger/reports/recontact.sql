-- @title Recontact
-- @question How often does a customer come back within some days after a conversation, and how soon?
-- @column by text: The group of the row; null where its conversations have no value. Only with --by.
-- @column total_conversations integer, conversations: All that are selected.
-- @column customer_conversations integer, conversations: Those that have a start and a customer, which is what the session
--   parameter says; 123, 123.0 and 123,0 are one customer, and an empty text is none.
-- @column unfollowed_conversations integer, conversations: Of customer_conversations, those left out below since the files
--   that could hold a recontact are not all loaded yet, up to the day after --within-days are over.
-- @column followed_conversations integer, conversations: The other customer_conversations.
-- @column recontacted_conversations integer, conversations: Of followed_conversations, those after whose start the same
--   customer started another one not later than --within-days after their end. That one may lie behind --to; --bot,
--   --channel, --language, --exclude-test and --min-bot-messages hold for it, too.
-- @column recontact_rate rate, of followed_conversations: Share of recontacted_conversations.
-- @column median_hours decimal, hours: Of recontacted_conversations, the least time from the end to the customer's next
--   start that half of them did not exceed, to 2 digits; 0 where the next one started before the end.
-- @order The group, null last.
-- @rows few
-- @rows narrow
-- @warns absent_param
-- @warns unfollowed
with contacts as (
${customer_conversations}
),
-- All that are selected are counted apart: only customers need to be kept in order. No join, for which H2 would count again.
counted as (
  select
    -- A constant without --by, so that PostgreSQL puts no rows in the order of it.
    cast(case when cast(:by as varchar) is not null then contacts.group_name end as varchar) as group_name,
    0 as total_conversations,
    count(*) as customer_conversations,
    count(*) filter (where not is_followed) as unfollowed_conversations,
    max(left_at) filter (where not is_followed) as last_unfollowed_at,
    count(*) filter (where is_followed) as followed_conversations,
    count(*) filter (where ${is_recontacted}) as recontacted_conversations,
    percentile_disc(0.5) within group (order by time_to_next) filter (where ${is_recontacted}) as median_time
  from contacts
  where in_range
  group by cast(case when cast(:by as varchar) is not null then contacts.group_name end as varchar)
  union all
  select ${conversation_group} as group_name, count(*), 0, 0, null, 0, 0, null
${conversation_tables}
where ${is_selected}
  group by group_name
  union all
  -- Makes one group where nothing is selected.
  select null, 0, 0, 0, null, 0, 0, null
  where cast(:by as varchar) is null
),
summed as (
  select
    group_name,
    cast(sum(total_conversations) as bigint) as total_conversations,
    cast(sum(customer_conversations) as bigint) as customer_conversations,
    cast(sum(unfollowed_conversations) as bigint) as unfollowed_conversations,
    max(last_unfollowed_at) as last_unfollowed_at,
    cast(sum(followed_conversations) as bigint) as followed_conversations,
    cast(sum(recontacted_conversations) as bigint) as recontacted_conversations,
    max(median_time) as median_time
  from counted
  group by group_name
)
select
  group_name as "by",
  total_conversations,
  customer_conversations,
  unfollowed_conversations,
  followed_conversations,
  recontacted_conversations,
  ${rate(recontacted_conversations, followed_conversations)} as recontact_rate,
  cast(
    round(
      cast(case when median_time < interval '0' second then 0 else extract(epoch from median_time) end as decimal(38, 20))
        / 3600,
      2
    )
    as decimal(30, 2)
  ) as median_hours,
  case
    when sum(total_conversations) over () > 0 and sum(customer_conversations) over () = 0 then
      -- A case of its own, so that no database reads the conversations once more where there is a customer.
      case when not exists (
        select 1
${selected_session_params}
          and ${read_if(c.conversation_key, ${session_param_key} is not null)}
          and p.session_param_name_key = ${session_param_key}
      ) then
        ${absent_session_param_text}
      end
  end as absent_param,
  case
    when sum(unfollowed_conversations) over () > 0 then
      cast(sum(unfollowed_conversations) over () as varchar) || ' conversations are left out of recontact_rate: what came'
        || ' after them is not all loaded yet; the last of them needs the files up to '
        || to_char(
          cast(
            date '1970-01-01'
              + cast(floor(extract(epoch from max(last_unfollowed_at) over () + ${recontact_time}) / 86400) + 1 as integer)
            as timestamp
          ),
          'YYYY-MM-DD'
        )
  end as unfollowed
from summed
order by ${code_points(group_name)} nulls last
