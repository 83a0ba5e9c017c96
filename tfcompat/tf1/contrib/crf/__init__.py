"""`tf.contrib.crf` of 1.15: linear-chain conditional random fields.

Sizes below: B sequences, T steps, K tags. Scores of tags (unary potentials) are `[B, T, K]` float32, scores of
transitions `[K, K]` (from the row's tag to the column's), tags and lengths int32 or int64.
"""

from tfcompat.tf1 import lazy

HOMES = {
    ".decode": "CrfDecodeBackwardRnnCell CrfDecodeForwardRnnCell crf_decode",
    ".log_norm": "CrfForwardRnnCell crf_log_norm crf_multitag_sequence_score",
    ".scores": "crf_binary_score crf_log_likelihood crf_sequence_score crf_unary_score",
    ".viterbi": "viterbi_decode",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
