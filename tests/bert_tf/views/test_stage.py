"""Stages as data: equations, numbers, heat maps, and the reference beside them."""

import numpy as np
import pytest

import bert_tf
from bert_tf.tracing.names import stage_names
from bert_tf.views import stage_view
from bert_tf.views.flow import FLOW
from bert_tf.views.heat import heat
from tests.bert_tf.views.test_of_model import WORDS
from tests.support import tiny_bert


@pytest.fixture(scope="module")
def model():
    return tiny_bert.model()


@pytest.fixture(scope="module")
def tokenizer():
    return bert_tf.BertTokenizer({word: at for at, word in enumerate(WORDS)})


@pytest.fixture(scope="module")
def found(model, tokenizer):
    return bert_tf.trace(model, tokenizer("the panda eats"))


def test_every_stage_has_its_box(model, tokenizer, found):
    view = stage_view(model, tokenizer, "the panda eats", layer=1)
    boxes = {each["stage"]: each for each in view.data["stages"]}
    assert list(boxes) == stage_names(model.config) and all(each["equation"] for each in boxes.values())
    for name, box in boxes.items():
        array = found[name].astype("float64")
        assert box["shape"] == list(array.shape)
        facts = [array.min(), array.max(), array.mean(), array.std()]
        np.testing.assert_allclose(list(box["statistics"].values()), facts, rtol=1e-4, atol=5e-6)
        assert set(box["from"]) <= set(boxes)
    assert boxes["layer.1.attention.query"]["from"] == ["layer.0.output"]
    assert boxes["pooler.first_token"]["from"] == ["layer.1.output"]
    assert "gelu" not in boxes["layer.0.intermediate.activation"]["equation"]
    assert view.data["start"] == {"layer": 1}


def test_the_arrows_are_those_of_the_model(found):
    """What FLOW says a stage is made of is complete: nothing but the embeddings' tables comes from nowhere."""
    without = {
        name for name in found if name.replace("layer.0.", "layer.{i}.").replace("layer.1.", "layer.{i}.") not in FLOW
    }
    assert without == {"embeddings.word", "embeddings.position", "embeddings.token_type"}


def test_a_reference(found):
    theirs = dict(found)
    theirs["layer.1.attention.context"] = found["layer.1.attention.context"] + np.float32(0.25)
    view = stage_view.from_arrays(found, list("abcde"), theirs)
    differing = [each for each in view.data["stages"] if not each["reference"]["equal"]]
    assert [each["stage"] for each in differing] == ["layer.1.attention.context"]
    assert differing[0]["reference"]["max_abs"] == 0.25
    assert differing[0]["reference"]["first"][0] == pytest.approx(differing[0]["first"][0] + 0.25, abs=1e-5)


def test_heat():
    array = np.arange(2 * 3 * 4.0).reshape(2, 3, 4)  # [N,T,D]
    np.testing.assert_array_equal(heat("x", array)[0], np.concatenate([array[0], array[1]], axis=1))
    wide = np.zeros((3, 1000), "float32")
    wide[1, 500] = -7
    wide[1, 501] = 5
    coarse = heat("x", wide)[0]
    assert coarse.shape == (3, 128) and coarse[1, 64] == -7 and np.count_nonzero(coarse) == 1
    masked = heat("layer.0.attention.masked_scores", np.array([[[1, -3.4e38], [-10000, 2]]]))[0]
    np.testing.assert_array_equal(masked, [[1, np.nan], [np.nan, 2]])


def test_chosen_layers_and_picture(found):
    view = stage_view.from_arrays(found, list("abcde"), include_layers=1)
    assert {each["layer"] for each in view.data["stages"]} == {None, 1}
    text = view.picture("svg", parts=["layer"]).decode()
    assert "Queries, by head" in text and "attention.query [1,3,5,4]" in text and "Word embeddings" not in text
    with pytest.raises(ValueError, match="the parts are embeddings, layer, pooler; received head"):
        view.picture("svg", parts=["head"])


def changed(found, name, value):
    return {**found, name: value}


REFUSED = {
    "nothing": (lambda found: ({}, list("abcde")), {}, "received none"),
    "other tokens": (lambda found: (found, list("abcd")), {}, r"has the shape \[1, 5, 12\]; the tokens"),
    "a batch": (lambda f: (changed(f, "pooler.output", np.zeros((2, 12))), list("abcde")), {}, "a batch of one"),
    "NaN": (lambda f: (changed(f, "pooler.output", np.full((1, 12), np.nan)), list("abcde")), {}, "received NaN"),
    "no layer 2": (lambda found: (found, list("abcde")), {"layer": 2}, "the layers are 0, 1; received 2"),
    "a smaller reference": (lambda f: (f, list("abcde"), {}), {}, "embeddings.word is missing"),
    "another shape": (
        lambda f: (f, list("abcde"), changed(f, "pooler.output", np.zeros((1, 4)))), {}, r"the reference's is \[1, 4\]",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_refuses(found, case):
    given, options, message = REFUSED[case]
    with pytest.raises(ValueError, match=message):
        stage_view.from_arrays(*given(found), **options)
