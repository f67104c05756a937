-- @fragment A key to sort a text by, in the order of its code points.
-- @argument expression: The text.

-- A database that counts the emoji as one character sorts the columns of the schema by code point (PostgreSQL with
-- collation "C"). One that counts two sorts UTF-16 units (H2), by which characters beyond U+FFFF come before those from
-- U+E000 on; with the last unit before the surrogates set in front of the latter, both orders are the same. Where all is
-- ASCII, which has a byte for each character, there is nothing to set.
case
  when char_length(U&'\+01F600') = 1 or octet_length(${expression}) = char_length(${expression}) then ${expression}
  else regexp_replace(${expression}, '(?=[\uE000-\uFFFF])', U&'\D7FF')
end
