-- @fragment Warns where a value is neither a score nor says that there is none.
select
  cast(sum(conversation_count) as varchar) || ' conversations have a ' || cast(:session_param as varchar)
    || ' that is neither a score of 1 to 5 nor one of --no-score; they count as unreadable' as warning
from (
${scored_values}
) as scores
where param_value is not null and score is null and not no_score
having sum(conversation_count) > 0
