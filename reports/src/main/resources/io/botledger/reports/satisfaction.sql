-- @title Satisfaction
-- @question How satisfied were the visitors, by the score of 1 to 5 that a session parameter holds?
-- @parameter top_from integer(1..5) = 4: Lowest score that counts as a top score.
-- @column by text: The group of the row; null where its conversations have no value. Only with --by.
-- @column total_conversations integer, conversations: All that are selected.
-- @column param_conversations integer, conversations: Those that have the session parameter, whatever its value.
-- @column scored_conversations integer, conversations: Those with a score: a whole number of 1 to 5, also written as
--   5.0 or 5,0.
-- @column response_rate rate, of param_conversations: Share of scored_conversations.
-- @column scored_rate rate, of total_conversations: Share of scored_conversations.
-- @column no_score_conversations integer, conversations: Those whose value says that there is no score.
-- @column unreadable_conversations integer, conversations: Those whose value is neither a score nor says that there is
--   none.
-- @column average_score decimal, points: Mean of the scores with 6 digits; null without a score.
-- @column top_conversations integer, conversations: With a score of at least --top-from.
-- @column top_rate rate, of scored_conversations: Share of top_conversations.
-- @column score_1_conversations integer, conversations: With score 1.
-- @column score_2_conversations integer, conversations: With score 2.
-- @column score_3_conversations integer, conversations: With score 3.
-- @column score_4_conversations integer, conversations: With score 4.
-- @column score_5_conversations integer, conversations: With score 5.
-- @order The group, null last.
-- @rows few
-- @warns absent_param
-- @warns unreadable_scores
with scores as (
  select
    group_name,
    conversation_count,
    param_value is not null as has_value,
    score,
    no_score,
    score >= cast(:top_from as bigint) as top
  from (
${scored_values}
  ) as read_values
  union all
  -- Counts nowhere, but makes one group where nothing is selected.
  select null, 0, false, null, false, false
  where cast(:by as varchar) is null
),
counted as (
  select
    group_name,
    cast(sum(conversation_count) as bigint) as total_conversations,
    ${conversations_where(has_value)} as param_conversations,
    ${conversations_where(score is not null)} as scored_conversations,
    ${conversations_where(no_score)} as no_score_conversations,
    ${conversations_where(has_value and score is null and not no_score)} as unreadable_conversations,
    cast(sum(score * conversation_count) as bigint) as score_sum,
    ${conversations_where(top)} as top_conversations,
    ${conversations_where(score = 1)} as score_1_conversations,
    ${conversations_where(score = 2)} as score_2_conversations,
    ${conversations_where(score = 3)} as score_3_conversations,
    ${conversations_where(score = 4)} as score_4_conversations,
    ${conversations_where(score = 5)} as score_5_conversations
  from scores
  group by group_name
)
select
  group_name as "by",
  total_conversations,
  param_conversations,
  scored_conversations,
  ${rate(scored_conversations, param_conversations)} as response_rate,
  ${rate(scored_conversations, total_conversations)} as scored_rate,
  no_score_conversations,
  unreadable_conversations,
  ${rate(score_sum, scored_conversations)} as average_score,
  top_conversations,
  ${rate(top_conversations, scored_conversations)} as top_rate,
  score_1_conversations,
  score_2_conversations,
  score_3_conversations,
  score_4_conversations,
  score_5_conversations,
  case
    when sum(total_conversations) over () > 0 and sum(param_conversations) over () = 0 then
      ${absent_session_param_text}
  end as absent_param,
  case
    when sum(unreadable_conversations) over () > 0 then
      cast(sum(unreadable_conversations) over () as varchar) || ' conversations have a ' || cast(:session_param as varchar)
        || ' that is neither a score of 1 to 5 nor one of --no-score; they count as unreadable'
  end as unreadable_scores
from counted
order by ${code_points(group_name)} nulls last
