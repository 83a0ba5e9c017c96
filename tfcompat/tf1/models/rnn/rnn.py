"""`tensorflow.models.rnn.rnn`: the functions that unroll a cell; each is an old name of one in `tf.nn`."""

__all__: list[str] = []
