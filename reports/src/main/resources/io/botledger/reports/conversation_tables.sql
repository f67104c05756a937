-- @fragment The conversations, as c, each with its bot, as b; ${is_selected} tells which ones are selected. For a select that
--   groups them itself: H2 writes down the rows of any select within another.

-- Tables, no view: H2 computes every column of a view for every row that it reads. Bots are joined from the left, or H2
-- begins with them and looks up their conversations one by one.
from botledger.conversations c
left join botledger.bots b on b.bot_key = c.bot_key
