"""Keras 1 as Keras 2.3.1 accepted it: old names of arguments, with a warning that shows the call in today's words."""
