"""Two models beside each other."""

import numpy as np
import pytest

import bert_tf
from bert_tf.views import compare_view
from bert_tf.views.compare import distances
from tests.bert_tf.views.test_of_model import WORDS
from tests.support import tiny_bert
from tests.support.attention import TOKENS, drawn

ONE, OTHER = drawn(seed=1), drawn(seed=2)


def test_distances():
    view = compare_view.from_arrays(ONE, OTHER, TOKENS)
    found = distances(view.data)
    expected = np.abs(ONE - OTHER).sum(-1).mean(-1) / 2  # [L,N]
    np.testing.assert_allclose([list(row.values()) for row in found.values()], expected, rtol=1e-6)
    same = distances(compare_view.from_arrays(ONE, ONE, TOKENS).data)
    assert all(value == 0 for row in same.values() for value in row.values())
    apart = np.zeros((2, 1, 1, 5, 5))
    apart[0, ..., 0] = apart[1, ..., 4] = 1
    assert distances(compare_view.from_arrays(*apart, TOKENS).data) == {0: {0: 1.0}}


def test_before_and_after_pruning():
    before, after = tiny_bert.model(), tiny_bert.model()
    after.prune_heads({0: [1]})
    tokenizer = bert_tf.BertTokenizer({word: at for at, word in enumerate(WORDS)})
    view = compare_view(before, after, tokenizer, "the panda", "eats bamboo")
    found = distances(view.data)
    assert list(found[0]) == [0, 2] and list(found[1]) == [0, 1, 2]
    assert found[0][0] == pytest.approx(0, abs=1e-6) and found[1][0] > 1e-4
    assert [part["name"] for part in view.data["parts"]] == ["All", "A → A", "B → B", "A → B", "B → A"]


def test_fewer_layers():
    view = compare_view.from_arrays(ONE, OTHER[:1], TOKENS, names=("teacher", "student"))
    assert list(distances(view.data)) == [0] and view.data["names"] == ["teacher", "student"]
    assert len(view.data["parts"]) == 1


def test_picture():
    view = compare_view.from_arrays(ONE, OTHER, TOKENS)
    text = view.picture("svg").decode()
    best = np.unravel_index(np.argmax(np.abs(ONE - OTHER).sum(-1).mean(-1)), (2, 3))
    assert f"layer {best[0]}, head {best[1]}" in text and "after − before" in text
    with pytest.raises(ValueError, match="the heads are 0 to 2; received 4"):
        view.picture("svg", heads=4)


@pytest.mark.parametrize("names", ["ab", ["one"], ["same", "same"]])
def test_refuses_names(names):
    with pytest.raises(ValueError, match="names are two different strings"):
        compare_view.from_arrays(ONE, OTHER, TOKENS, names=names)
