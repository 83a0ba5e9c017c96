"""Weights that a checkpoint fills are not drawn; the others are, as ever."""

import keras
import numpy as np
import pytest

import bert_tf
from bert_tf.layers import initial
from tests.support import tiny_bert


def test_put_off_until_asked():
    with initial.put_off():
        made = bert_tf.BertModel(tiny_bert.config())
    weight = made.pooler.dense.weight
    assert not np.any(weight)
    initial.draw(weight)
    assert 0.01 < np.std(weight) < 0.03
    before = np.array(made.pooler.dense.bias)
    initial.draw(made.pooler.dense.bias)
    np.testing.assert_array_equal(made.pooler.dense.bias, before)


def test_the_padding_begins_at_zero():
    with initial.put_off():
        made = bert_tf.BertModel(tiny_bert.config(pad_token_id=2))
    table = made.embeddings.word_embeddings.weight
    initial.draw(table)
    assert not np.any(table[2]) and np.all(np.any(np.delete(np.array(table), 2, 0), axis=1))


def test_a_missing_head_is_drawn_by_the_seed(tmp_path, monkeypatch):
    tiny_bert.model(1).save_pretrained(tmp_path)
    drawn = []
    normal = keras.initializers.RandomNormal.__call__
    monkeypatch.setattr(
        keras.initializers.RandomNormal,
        "__call__",
        lambda self, shape, **kw: drawn.append(shape) or normal(self, shape, **kw),
    )

    def loaded():
        keras.utils.set_random_seed(5)
        with pytest.warns(UserWarning, match="they were drawn"):
            return bert_tf.BertForSequenceClassification.from_pretrained(tmp_path, num_labels=3)

    one, other = loaded(), loaded()
    assert drawn == [(12, 3)] * 2
    assert 0.005 < np.std(one.classifier.weight) < 0.04
    np.testing.assert_array_equal(one.classifier.weight, other.classifier.weight)
