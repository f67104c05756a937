-- @fragment The digits 0 to 9, as a table of one column.
(values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9))
