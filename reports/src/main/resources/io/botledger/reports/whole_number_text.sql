-- @fragment A text without the zeros that a warehouse puts behind a whole number: 123.0 and 123,0 become 123. Any other
--   text stays as it is, also one with three zeros or more, which may be thousands.
-- @argument expression: The text.

-- The lookahead stands for the end of the text: where $ is, databases differ if the text ends with a line break.
case
  when ${expression} like '%0' and regexp_like(${expression}, '^-?[0-9]+[.,]00?(?!0|[^0])') then
    regexp_replace(${expression}, '[.,]0+', '')
  else ${expression}
end
