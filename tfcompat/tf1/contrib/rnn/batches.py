"""Functions on batches of sequences that TensorFlow still has, under names of its own."""

from tfcompat.backend.internals import rnn

best_effort_input_batch_size = rnn._best_effort_input_batch_size
transpose_batch_time = rnn._transpose_batch_time
