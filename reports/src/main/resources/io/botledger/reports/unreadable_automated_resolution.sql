-- @fragment Warns where an automated_resolution is neither yes nor no.
with texts as (
  select automated_resolution, count(*) as conversation_count
${conversation_tables}
where ${is_counted}
  group by automated_resolution
),
read_texts as (
  select conversation_count, ${automated_resolution} as automated from texts
)
select
  'automated_resolution of ' || cast(sum(conversation_count) as varchar)
    || ' conversations is none of true, yes, false, no; they count as unknown' as warning
from read_texts
where automated = 'other'
having count(*) > 0
