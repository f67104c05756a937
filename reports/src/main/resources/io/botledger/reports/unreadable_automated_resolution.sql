-- @fragment Warns where an automated_resolution is neither yes nor no.
with selected as (
${counted_conversations}
),
read as (
  select ${automated_resolution} as automated from selected
)
select
  'automated_resolution of ' || cast(count(*) as varchar)
    || ' conversations is none of true, yes, false, no; they count as unknown' as warning
from read
where automated = 'other'
having count(*) > 0
