"""`tf.contrib.seq2seq` of 1.15: decoders, helpers that feed them, attention, and beam search."""

from tfcompat.tf1 import lazy

HOMES = {
    ".attention_mechanism": "AttentionMechanism",
    ".attention_state": "AttentionWrapperState",
    ".bahdanau": "BahdanauAttention",
    ".basic_decoder": "BasicDecoder BasicDecoderOutput",
    ".beam_search_decoder": (
        "BeamSearchDecoder BeamSearchDecoderOutput BeamSearchDecoderState FinalBeamSearchDecoderOutput"
    ),
    ".beam_search_ops": "gather_tree",
    ".decoder": "Decoder dynamic_decode",
    ".embedding_helpers": "GreedyEmbeddingHelper SampleEmbeddingHelper",
    ".helpers": "CustomHelper Helper InferenceHelper",
    ".loss": "sequence_loss",
    ".luong": "LuongAttention",
    ".monotonic": "monotonic_attention safe_cumprod",
    ".monotonic_mechanisms": "BahdanauMonotonicAttention LuongMonotonicAttention",
    ".probabilities": "hardmax",
    ".scheduled_embedding_helper": "ScheduledEmbeddingTrainingHelper",
    ".scheduled_output_helper": "ScheduledOutputTrainingHelper",
    ".tiling": "tile_batch",
    ".training_helper": "TrainingHelper",
    ".wrapper": "AttentionWrapper",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
