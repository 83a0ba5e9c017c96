"""`tensorflow.contrib.rnn.python.kernel_tests`: the part of 1.15's tests that it shipped."""

__all__: list[str] = []
