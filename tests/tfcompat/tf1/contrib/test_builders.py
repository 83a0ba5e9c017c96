"""Every builder of `tf.contrib` code leaves the variables, collections and numbers that 1.15.5 recorded for it."""

import json
import pathlib

import numpy as np
import pytest

import tfcompat.v1 as tf
from tests.support.builders import arrays_text
from tests.support.contrib_builders import TOPICS
from tests.support.contrib_builders.play import play
from tests.support.contrib_builders.registry import roster

FOLDER = pathlib.Path(__file__).parents[3] / "golden" / "contrib"
RECORDED = {file.stem: json.loads(file.read_text()) for file in FOLDER.glob("*.json")}
GOLDEN = {topic: RECORDED.get(topic, {}) for topic in TOPICS}
# Builders with another number of ops, each with its reason: what is drawn after them without a seed of its own differs.
_PARSER = "parsing takes its keys from an operation more"
_EXPORT = "Keras builds a model's layers and its training from other operations since"
OTHER_OPS: dict[str, str] = {
    "keras_saved_models.compiled_with_an_optimizer_of_keras": _EXPORT,
    "keras_saved_models.compiled_with_an_optimizer_of_train": _EXPORT,
    "keras_saved_models.for_serving_only": _EXPORT,
    "keras_saved_models.not_compiled": _EXPORT,
    "learn_io.features_of_files": _PARSER,
    "learn_io.files_shared_among_workers": _PARSER,
    "learn_io.records_again_and_again": _PARSER,
    "image.components": "a kernel of 1.15 is a function here, and its result has a place of its own",
    "small_modules.datasets": "today's tf.data builds other constants",
    "small_modules.differential_equations": "the steps are built from fewer operations",
    "small_modules.kernel_features": "the label's place is gathered by fewer operations",
    "small_modules.next_string": "a kernel of 1.15 that counted in a variable is an assignment and a gather here",
    "small_modules.resampled_periodically": "a kernel of 1.15 is a function here, with the places as its input",
    "small_modules.second_optimizers": "settings that were tensors of their own in 1.15 are those of tf.train here",
    "small_modules.signals": "tf.signal's transforms are built otherwise since",
    "training.segments_with_states": "what goes into the barrier is checked by fewer operations",
    "opt.model_average": "the chief's queue enters its branch through one switch more",
    "metrics.histograms": "1.15 added up by a convolution; tf-slim with Cumsum",
    "layers.scale_gradient": "1.15 made a function of the graph of it, one operation; tf-slim two identities",
}
# Relative and absolute tolerances of builders whose values jump by a step of quantization where sums round otherwise,
# that divide by small covariances, or that train through exponentials.
JUMPS = {
    "bijectors.real_nvp": (1e-3, 1e-4),
    "quantize.training_of_fine_steps": (1e-3, 3e-3),
    "quantize.training_of_unfused": (1e-3, 1e-3),
    "factorization.mixture": (1e-3, 1e-4),
}
CASES = [(topic, name) for topic in TOPICS for name in sorted(GOLDEN[topic])]


@pytest.mark.parametrize("topic", TOPICS)
def test_every_builder_is_recorded(topic):
    assert sorted(GOLDEN[topic]) == sorted(roster(topic))


@pytest.mark.parametrize(("topic", "name"), CASES)
def test_builder(topic, name):
    played, recorded = play(tf, roster(topic)[name]), GOLDEN[topic][name]
    assert played["variables"] == recorded["variables"]
    assert played["collections"] == recorded["collections"]
    assert len(played["values"]) == len(recorded["values"])
    for ours, theirs in zip(played["values"], recorded["values"], strict=True):
        _assert_same(
            arrays_text.from_text(ours), arrays_text.from_text(theirs), *JUMPS.get(f"{topic}.{name}", (1e-4, 1e-5))
        )
    if f"{topic}.{name}" in OTHER_OPS:
        assert played["last_draw"] != recorded["last_draw"], "this builder is equal now: take it off the table"
    else:
        assert played["last_draw"] == pytest.approx(recorded["last_draw"], abs=1e-7)


def _assert_same(value, expected, rtol, atol):
    assert value.dtype == expected.dtype and value.shape == expected.shape
    if expected.dtype.kind == "O":
        assert value.tolist() == expected.tolist()
    else:
        np.testing.assert_allclose(value, expected, rtol=rtol, atol=atol)
