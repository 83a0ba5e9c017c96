"""`tf.contrib.learn.ops`: what models were put together from before layers and losses had modules of their own."""

from tfcompat.tf1 import lazy

HOMES = {
    ".embeddings_ops": "categorical_variable embedding_lookup",
    ".losses_ops": "mean_squared_error_regressor softmax_classifier",
    ".seq2seq_ops": "rnn_decoder rnn_seq2seq seq2seq_inputs sequence_classifier",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
