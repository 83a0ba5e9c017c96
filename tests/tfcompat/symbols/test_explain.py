"""The sentences for names that are not served."""

import pytest

from tfcompat.symbols import explain_missing


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("tf.raw_ops.CompareAndBitpack", ["is gone", "no longer registers", "numpy.packbits"]),
        ("tf.data.experimental.StatsOptions", ["statistics of input pipelines", "tf.profiler"]),
        ("tf.pywrap_tensorflow.TF_NewGraph", ["private bindings", "tf.train.NewCheckpointReader"]),
        ("tf.lite.experimental.nn.dynamic_rnn", ["TOCO", "TFLiteConverter"]),
        ("tf.compat.v2.keras.utils.multi_gpu_model", ["MirroredStrategy"]),
        ("tf.models.rnn.translate.data_utils", ["translation tutorial", "beside your script"]),
        ("tf.examples.tutorials.word2vec", ["tutorials' example code"]),
        ("tf.nn.rellu", ["has no tf.nn.rellu", "did you mean tf.nn.relu"]),
        ("tf.qqqqqq", ["has no tf.qqqqqq", "no public name is like it"]),
        ("python.ops.no_such_ops", ["no tensorflow.python.ops.no_such_ops"]),
    ],
)
def test_says_what_to_do(name, parts):
    text = explain_missing(name)
    assert all(part in text for part in parts), text


def test_with_and_without_prefix_is_one_name():
    assert explain_missing("tf.qqqqqq") == explain_missing("tf.compat.v1.qqqqqq") == explain_missing("qqqqqq")
