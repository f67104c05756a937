-- @fragment Warns where selected conversations lie on both sides of May 2026, when the vendor changed the tiers.
with periods as (
  select ${tier_period} as tier_period, count(*) as conversation_count
${conversation_tables}
where ${is_counted}
  group by tier_period
)
select
  'the range spans May 2026, when the vendor changed the tiers of resolution: '
    || cast(${conversations_where(tier_period = 'before 2026-05')} as varchar) || ' conversations are of before and '
    || cast(${conversations_where(tier_period = 'since 2026-05')} as varchar)
    || ' of since; compare within a tier_period only. The day of the change is not known, take May itself with care'
    as warning
from periods
having count(distinct tier_period) = 2
