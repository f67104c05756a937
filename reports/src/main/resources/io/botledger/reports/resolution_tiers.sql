-- @title Resolution tiers
-- @question How far were conversations resolved without a human, by the vendor's own tiers, before May 2026 and since?
-- @column by text: The group of the rows; null where its conversations have no value. Only with --by.
-- @column tier_period text: before 2026-05 or since 2026-05, by the day that a conversation counts for; null if it has
--   none. In May 2026 the vendor changed the tiers: figures of the two periods can't be compared.
-- @column resolution_tier text: As exported; null where there is none. The vendor's tiers since May 2026 are unassisted,
--   assisted escalation, contained and verified.
-- @column conversations integer, conversations: Those with this tier.
-- @column period_conversations integer, conversations: All of the group and the period, whatever their tier.
-- @column tier_rate rate, of period_conversations: Share of conversations.
-- @column automated_conversations integer, conversations: Of conversations, those whose automated_resolution is true
--   or yes.
-- @column automated_rate rate, of conversations: Share of automated_conversations.
-- @column not_automated_conversations integer, conversations: Of conversations, those whose automated_resolution is
--   false or no.
-- @column not_automated_rate rate, of conversations: Share of not_automated_conversations.
-- @column automation_unknown_conversations integer, conversations: Of conversations, those with no
--   automated_resolution or with another text there.
-- @column automation_unknown_rate rate, of conversations: Share of automation_unknown_conversations.
-- @order The group, null last; before, since, no day; then conversations, most first; then the tier, by code points,
--   null last.
-- @rows few
-- @warns tier_break
-- @warns unreadable_automation

-- Fields of version 3 of the export.
with grouped as (
  select
    ${conversation_group} as group_name,
    ${tier_period} as tier_period,
    resolution_tier,
    automated_resolution,
    count(*) as conversation_count
${conversation_tables}
where ${is_selected}
  group by group_name, tier_period, resolution_tier, automated_resolution
),
automations as (
  select grouped.*, ${automated_resolution} as automated from grouped
),
counted as (
  select
    group_name,
    tier_period,
    resolution_tier,
    cast(sum(conversation_count) as bigint) as conversations,
    ${conversations_where(automated = 'yes')} as automated_conversations,
    ${conversations_where(automated = 'no')} as not_automated_conversations,
    ${conversations_where(automated is null or automated = 'other')} as automation_unknown_conversations,
    ${conversations_where(automated = 'other')} as automation_unreadable_conversations
  from automations
  group by group_name, tier_period, resolution_tier
),
periods as (
  select
    counted.*,
    cast(sum(conversations) over (partition by group_name, tier_period) as bigint) as period_conversations,
    sum(case when tier_period = 'before 2026-05' then conversations else 0 end) over () as conversations_before,
    sum(case when tier_period = 'since 2026-05' then conversations else 0 end) over () as conversations_since,
    sum(automation_unreadable_conversations) over () as conversations_unreadable
  from counted
)
select
  group_name as "by",
  tier_period,
  resolution_tier,
  conversations,
  period_conversations,
  ${rate(conversations, period_conversations)} as tier_rate,
  automated_conversations,
  ${rate(automated_conversations, conversations)} as automated_rate,
  not_automated_conversations,
  ${rate(not_automated_conversations, conversations)} as not_automated_rate,
  automation_unknown_conversations,
  ${rate(automation_unknown_conversations, conversations)} as automation_unknown_rate,
  case
    when conversations_before > 0 and conversations_since > 0 then
      'the range spans May 2026, when the vendor changed the tiers of resolution: '
        || cast(conversations_before as varchar) || ' conversations are of before and '
        || cast(conversations_since as varchar)
        || ' of since; compare within a tier_period only. The day of the change is not known, take May itself with care'
  end as tier_break,
  case
    when conversations_unreadable > 0 then
      'automated_resolution of ' || cast(conversations_unreadable as varchar)
        || ' conversations is none of true, yes, false, no; they count as unknown'
  end as unreadable_automation
from periods
order by
  ${code_points(group_name)} nulls last,
  tier_period nulls last,
  conversations desc,
  ${code_points(resolution_tier)} nulls last
