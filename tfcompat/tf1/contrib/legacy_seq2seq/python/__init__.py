"""The folder of 1.15 that `tensorflow.contrib.legacy_seq2seq.python.ops.seq2seq` is imported through."""

__all__: list[str] = []
