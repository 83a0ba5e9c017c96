"""`hub.Module` does with a module what tensorflow_hub 0.7 did under 1.15, whoever exported it."""

import json
import os
import pathlib
import shutil
import tarfile

import numpy as np
import pytest
import tensorflow_hub as hub

import tfcompat.v1 as tf
from tests.golden.hub_cases import ROWS, WORDS, describe, export, use, write_vocabulary

GOLDEN = pathlib.Path(__file__).parents[2] / "golden" / "hub"
MODULE = str(GOLDEN / "module")
SEEN = json.loads((GOLDEN / "seen.json").read_text())


def _assert_as_seen(seen):
    assert {key: seen[key] for key in seen if key not in ("values", "last_draw")} == {
        key: SEEN[key] for key in SEEN if key not in ("values", "last_draw")
    }
    assert len(seen["values"]) == len(SEEN["values"])
    for ours, theirs in zip(seen["values"], SEEN["values"], strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=1e-4, atol=1e-6)


def test_a_module_of_1_15():
    _assert_as_seen(use(tf, hub, MODULE))


def test_a_module_of_ours(tmp_path):
    export(tf, hub, str(tmp_path / "module"), write_vocabulary(str(tmp_path)))
    os.remove(tmp_path / "colours.txt")  # the module carries a copy
    _assert_as_seen(use(tf, hub, str(tmp_path / "module")))


@pytest.mark.parametrize("folder", ["", "inside"])
def test_from_an_archive(folder, tmp_path):
    with tarfile.open(tmp_path / "module.tar.gz", "w:gz") as file:
        file.add(MODULE, folder or ".")
    assert describe(hub, str(tmp_path / "module.tar.gz")) == describe(hub, MODULE)


def test_values_without_a_graph():
    before = tf.get_default_graph()
    with hub.eval_function_for_module(MODULE) as evaluate:
        assert tf.get_default_graph() is before
        np.testing.assert_allclose(evaluate(ROWS).ravel(), SEEN["values"][0], rtol=1e-4)
        np.testing.assert_allclose(evaluate({"words": WORDS}, signature="words").ravel(), SEEN["values"][2])
        assert sorted(evaluate(ROWS, as_dict=True)) == ["centred", "default"]


def test_wrong_use(tmp_path):
    with pytest.raises(ValueError, match=r"graph variant: tags=\['serve'\]; the module has \[\[\], \['train'\]\]"):
        hub.Module(MODULE, tags={"serve"})
    module = hub.Module(MODULE)
    for call, error, complaint in (
        (lambda: module(ROWS, signature="images"), ValueError, "'images' is missing .* it has default, words"),
        (lambda: module(ROWS[:, :2]), TypeError, "Can't convert 'default': Shape .* is incompatible"),
        (lambda: module({"rows": ROWS}), TypeError, r"missing \['default'\], extra given \['rows'\]"),
        (lambda: module([["a", "b", "c"]]), TypeError, "Can't convert 'default'"),
        (lambda: hub.load_module_spec(str(tmp_path)), OSError, "neither tfhub_module.pb nor saved_model.pb"),
        (lambda: hub.Module(3), ValueError, "Unknown module spec type"),
        (lambda: hub.create_module_spec(lambda: None), ValueError, "No signatures present"),
        (lambda: hub.attach_message("a b", None), ValueError, "malformed key 'a b'"),
        (lambda: hub.add_signature(inputs=3), TypeError, "should be a Tensor or SparseTensor"),
    ):
        with pytest.raises(error, match=complaint):
            call()
    with tf.Graph().as_default(), pytest.raises(RuntimeError, match="graph it was instantiated for"):
        module(ROWS)
    shutil.copy(GOLDEN / "module" / "saved_model.pb", tmp_path)
    with pytest.raises(OSError, match="hub.create_module_spec_from_saved_model"):
        hub.Module(str(tmp_path))


def test_what_is_installed_stays_and_libraries_do_not_notice():
    from tfcompat import hub as ours

    installed = {"KerasLayer", "load", "resolve"}
    assert not installed & set(ours.names()) and all(hasattr(hub, each) for each in installed)
    assert hub.Module.__module__ == "tfcompat.hub.module"
    with pytest.raises(AttributeError, match="has no attribute 'NoSuchThing'"):
        hub.NoSuchThing  # noqa: B018
