-- @fragment Not null where a selected conversation has at least one of the counts of answers from knowledge.
coalesce(
  knowledge_response_generated_count,
  knowledge_not_understood_count,
  knowledge_error_occurred_count,
  knowledge_escalation_required_count,
  knowledge_fallback_count
)
