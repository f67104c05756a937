-- @fragment What a selected conversation's automated_resolution says: yes, no, other, or null where there is none.

-- A boolean is stored as its literal.
case
  when automated_resolution is null then null
  when lower(automated_resolution) in ('true', 'yes') then 'yes'
  when lower(automated_resolution) in ('false', 'no') then 'no'
  else 'other'
end
