-- @fragment Whether a conversation went to a person: status email, agent or customEscalation; null without a status.
conversation_status in ('email', 'agent', 'customEscalation')
