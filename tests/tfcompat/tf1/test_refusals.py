"""Argument forms that stay errors, with sentences that say what was expected."""

import pytest

import tfcompat.v1 as tf

X = [[1.0, 2.0], [3.0, 4.0]]


@pytest.mark.parametrize(
    ("call", "error", "text"),
    [
        (lambda: tf.concat(1), TypeError, "required positional argument"),
        (lambda: tf.concat([X, X]), TypeError, "required positional argument"),
        (lambda: tf.split(axis=1), TypeError, "value"),
        (lambda: tf.split(split_dim=1), TypeError, "num_split"),
        (lambda: tf.nn.softmax_cross_entropy_with_logits(X, logits=X), ValueError, "one argument by position"),
        (lambda: tf.nn.sigmoid_cross_entropy_with_logits(labels=X), ValueError, "logits"),
        (lambda: tf.nn.seq2seq.sequence_loss([1], [], []), ValueError, "must be the same 1, 0, 0"),
        (lambda: tf.nn.seq2seq.attention_decoder([], None, None, None), ValueError, "at least 1 input"),
    ],
)
def test_error(call, error, text):
    with pytest.raises(error, match=text):
        call()


def test_python_errors_are_not_hidden():
    with pytest.raises(AttributeError, match="has no tf.concatt; did you mean tf.concat"):
        _ = tf.concatt
