-- @fragment Whether the database holds all rows of a window function in its memory. Where it does (H2), a report over many
--   conversations takes a way without one; where it does not (PostgreSQL), windows are the faster way.

-- Told by how emoji are counted, see code_points; a constant for the planner, which does not run the other way at all.
char_length(U&'\+01F600') = 2
