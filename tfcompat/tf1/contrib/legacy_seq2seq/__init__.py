"""`tf.contrib.legacy_seq2seq` of 1.15, which was `tf.nn.seq2seq` before TensorFlow 1.0."""

from tfcompat.tf1.contrib.legacy_seq2seq.attention_decoder import attention_decoder, embedding_attention_decoder
from tfcompat.tf1.contrib.legacy_seq2seq.attention_seq2seq import embedding_attention_seq2seq
from tfcompat.tf1.contrib.legacy_seq2seq.basic_seq2seq import basic_rnn_seq2seq, tied_rnn_seq2seq
from tfcompat.tf1.contrib.legacy_seq2seq.buckets import model_with_buckets
from tfcompat.tf1.contrib.legacy_seq2seq.embedding_seq2seq import embedding_rnn_seq2seq, embedding_tied_rnn_seq2seq
from tfcompat.tf1.contrib.legacy_seq2seq.one2many import one2many_rnn_seq2seq
from tfcompat.tf1.contrib.legacy_seq2seq.rnn_decoder import embedding_rnn_decoder, rnn_decoder
from tfcompat.tf1.contrib.legacy_seq2seq.sequence_loss import sequence_loss, sequence_loss_by_example

__all__ = [
    "attention_decoder",
    "basic_rnn_seq2seq",
    "embedding_attention_decoder",
    "embedding_attention_seq2seq",
    "embedding_rnn_decoder",
    "embedding_rnn_seq2seq",
    "embedding_tied_rnn_seq2seq",
    "model_with_buckets",
    "one2many_rnn_seq2seq",
    "rnn_decoder",
    "sequence_loss",
    "sequence_loss_by_example",
    "tied_rnn_seq2seq",
]
