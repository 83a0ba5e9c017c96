"""`tensorflow.contrib.seq2seq.python.ops.sampler`: helpers that get their inputs when decoding starts."""

from tfcompat.tf1 import lazy

HOMES = {
    "tfcompat.tf1.contrib.seq2seq.embedding_samplers": "GreedyEmbeddingSampler SampleEmbeddingSampler",
    "tfcompat.tf1.contrib.seq2seq.samplers": "CustomSampler InferenceSampler Sampler",
    "tfcompat.tf1.contrib.seq2seq.sampling": "bernoulli_sample categorical_sample",
    "tfcompat.tf1.contrib.seq2seq.training_samplers": (
        "ScheduledEmbeddingTrainingSampler ScheduledOutputTrainingSampler TrainingSampler"
    ),
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
