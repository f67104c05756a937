-- @fragment Whether a selected conversation has no message as not understood, though an answer from knowledge did not understand.
not_understood_messages_count = 0 and knowledge_not_understood_count > 0
