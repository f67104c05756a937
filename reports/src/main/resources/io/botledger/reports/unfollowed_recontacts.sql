-- @fragment Warns where conversations are left out since the files that could hold their recontacts are not all loaded.
with unfollowed as (
  select ${left_at} as left_at
  from (
${counted_conversations}
  ) as c
  join botledger.session_params p
    on p.conversation_key = c.conversation_key and p.session_param_name_key = ${session_param_key}
${followed_until}
  where c.started_at is not null
    and p.param_value <> ''
    and (${left_at} < followed_bots.followed_until) is not true
),
summed as (
  select count(*) as conversation_count, extract(epoch from max(left_at) + ${recontact_time}) as last_epoch from unfollowed
)
select
  cast(conversation_count as varchar) || ' conversations are left out of recontact_rate: what came after them is not all'
    || ' loaded yet; the last of them needs the files up to '
    || to_char(cast(date '1970-01-01' + cast(floor(last_epoch / 86400) + 1 as integer) as timestamp), 'YYYY-MM-DD')
    as warning
from summed
where conversation_count > 0
