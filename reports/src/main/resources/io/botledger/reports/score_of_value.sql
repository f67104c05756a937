-- @fragment The score of 1 to 5 that param_value holds; null where it holds none.
case when ${whole_number_text(param_value)} in ('1', '2', '3', '4', '5') then
  cast(${whole_number_text(param_value)} as integer)
end
