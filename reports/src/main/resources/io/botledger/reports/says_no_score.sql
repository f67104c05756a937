-- @fragment Whether param_value says that there is no score.
(${whole_number_text(param_value)} = '' or ${whole_number_text(param_value)} = any (cast(:no_score as varchar array)))
