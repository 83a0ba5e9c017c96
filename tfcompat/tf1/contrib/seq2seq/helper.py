"""`tensorflow.contrib.seq2seq.python.ops.helper`: the helpers, and how they draw."""

from tfcompat.tf1 import lazy

HOMES = {
    "tfcompat.tf1.contrib.seq2seq": (
        "CustomHelper GreedyEmbeddingHelper Helper InferenceHelper SampleEmbeddingHelper "
        "ScheduledEmbeddingTrainingHelper ScheduledOutputTrainingHelper TrainingHelper"
    ),
    "tfcompat.tf1.contrib.seq2seq.sampling": "bernoulli_sample categorical_sample",
    "tfcompat.tf1.contrib.seq2seq.training_helper": "_unstack_ta=as_array",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
