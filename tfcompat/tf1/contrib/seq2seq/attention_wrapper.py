"""`tensorflow.contrib.seq2seq.python.ops.attention_wrapper`: attention, with what was private there."""

from tfcompat.tf1 import lazy

HOMES = {
    "tfcompat.tf1.contrib.seq2seq": (
        "AttentionMechanism AttentionWrapper AttentionWrapperState BahdanauAttention BahdanauMonotonicAttention "
        "LuongAttention LuongMonotonicAttention hardmax monotonic_attention safe_cumprod"
    ),
    "tfcompat.tf1.contrib.seq2seq.attention_mechanism": "_BaseAttentionMechanism=MemoryMechanism",
    "tfcompat.tf1.contrib.seq2seq.keras_bahdanau": "BahdanauAttentionV2 BahdanauMonotonicAttentionV2",
    "tfcompat.tf1.contrib.seq2seq.keras_luong": "LuongAttentionV2 LuongMonotonicAttentionV2",
    "tfcompat.tf1.contrib.seq2seq.keras_mechanism": "_BaseAttentionMechanismV2=KerasMechanism",
    "tfcompat.tf1.contrib.seq2seq.memory": "_prepare_memory=prepared",
    "tfcompat.tf1.contrib.seq2seq.monotonic": "_monotonic_probability_fn=monotonic_weights",
    "tfcompat.tf1.contrib.seq2seq.monotonic_mechanisms": "_BaseMonotonicAttentionMechanism=MonotonicMechanism",
    "tfcompat.tf1.contrib.seq2seq.probabilities": "_maybe_mask_score=masked_score",
    "tfcompat.tf1.contrib.seq2seq.scores": "_bahdanau_score=bahdanau_score _luong_score=luong_score",
    "tfcompat.tf1.contrib.seq2seq.wrapper": "_compute_attention=attend",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
