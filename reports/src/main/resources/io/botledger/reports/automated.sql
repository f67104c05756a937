-- @fragment Whether a conversation was automated: last resolution informed or resolved; null without one.
last_resolution in ('informed', 'resolved')
