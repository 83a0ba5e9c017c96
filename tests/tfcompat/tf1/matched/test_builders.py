"""Every builder makes the ops, the variables and the numbers that TensorFlow 1.15.5 recorded for it."""

import json
import pathlib

import numpy as np
import pytest

import tfcompat.v1 as tf
from tests.support.builders import BUILDERS, arrays_text, ops_text, play

GOLDEN = json.loads((pathlib.Path(__file__).parents[3] / "golden" / "builders.json").read_text())

# As many ops in the same places, so no seed moves, but some have another name or type.
_QUOTIENT = "a division inside TensorFlow's own module is named truediv, not div"
_FUSED = "the fused dataset of shuffle and repeat is made in a function, so its op is a PartitionedCall"
_PARALLEL = "the kernel of the parallel map has a newer version, whose name the op takes"
OTHER_NAMES = {
    "optimizers.sync_replicas": "the queue runner closes the queue of tokens itself, not the dummy beside it",
    "datasets.map_parallel_initializable": _PARALLEL,
    "datasets.map_parallel_one_shot": _PARALLEL,
    "datasets.model": _FUSED,
    "datasets.shuffle_and_repeat_initializable": _FUSED,
    "datasets.shuffle_and_repeat_one_shot": _FUSED,
    "datasets.shuffle_repeat_batch_initializable": _FUSED,
    "datasets.shuffle_repeat_batch_one_shot": _FUSED,
    "metrics.auc": _QUOTIENT,
    "metrics.mean_iou": _QUOTIENT,
    "metrics.precision": _QUOTIENT,
    "metrics.recall": _QUOTIENT,
    "recurrent.dropout_variational_cell": _QUOTIENT,
    "recurrent.dropout_variational_dynamic": _QUOTIENT,
    "recurrent.dropout_variational_static": _QUOTIENT,
}
# Another number of ops: what is built after them without a seed of its own draws other numbers, which comes last here.
OTHER_OPS = {
    "keras_models.time_distributed": "Keras reshapes the inputs once more for a mask that nobody asks for",
}
# Numbers that need not agree to the last bit: kernels of two versions, and draws added up as the iterations come.
LAST_BITS = {"orthogonal", "random_in_while", "stateless"}


def _recorded_ops(name, setting):
    return ops_text.from_text(GOLDEN[name].get("other_ops", {}).get(setting, GOLDEN[name]["ops"]))


def _played(name, setting):
    return play.play(tf, BUILDERS[name], setting)


def test_every_builder_is_recorded():
    assert sorted(GOLDEN) == sorted(BUILDERS)


def test_every_exception_is_a_builder():
    assert set(OTHER_NAMES) | set(OTHER_OPS) <= set(BUILDERS)


@pytest.mark.parametrize("name", sorted(GOLDEN))
def test_builder(name):
    for setting in play.settings(BUILDERS[name]):
        played = _played(name, setting)
        recorded = _recorded_ops(name, setting)
        if name in OTHER_NAMES:
            assert len(played.ops) == len(recorded)
            assert played.ops != recorded, "this builder is equal now: take it off the table"
        elif name in OTHER_OPS:
            assert len(played.ops) != len(recorded), "this builder is equal now: take it off the table"
        else:
            assert played.ops == recorded
        assert played.variables == GOLDEN[name]["variables"].split()
        expected = [arrays_text.from_text(text) for text in GOLDEN[name]["values"][setting]]
        assert len(played.values) == len(expected)
        for value, other in zip(played.values, expected, strict=True):
            if name not in OTHER_OPS or value.shape != (2,):
                _assert_same(name, value, other)


def _assert_same(name, value, expected):
    if expected.dtype.kind == "O":
        assert [text.decode("latin1") for text in value.ravel()] == expected.ravel().tolist()
        return
    assert value.dtype == expected.dtype and value.shape == expected.shape
    drawn = name.startswith(("random_ops.", "initial_values."))
    if drawn and not any(part in name for part in LAST_BITS):
        np.testing.assert_array_equal(value, expected)
    else:
        np.testing.assert_allclose(value, expected, rtol=1e-5, atol=1e-5)
