-- @fragment Whether more than one of the named session parameters is known.
exists ${other_named_params}
