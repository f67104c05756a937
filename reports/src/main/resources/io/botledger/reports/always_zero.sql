-- @fragment The warning that a count is always 0 where something speaks against it, if it is so anywhere; over group_counts,
--   which has is_doubtful and counted, the number of conversations that have the count, for each group.
-- @argument count: The name of the count.
-- @argument groups: What the groups are.
-- @argument figure: The figure that says nothing then.
-- @argument evidence: What speaks against it, a text or an aggregate over group_counts.
select
  '${count} is 0 in all ' || cast(sum(counted) filter (where is_doubtful) as varchar)
    || ' conversations that have it (' || cast(count(*) filter (where is_doubtful) as varchar) || ' of '
    || cast(count(*) as varchar) || ' ${groups}), yet ' || ${evidence}
    || '; the export may not fill it in, and ${figure} says nothing then' as warning
from group_counts
having count(*) filter (where is_doubtful) > 0
