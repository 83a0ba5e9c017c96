"""Each head's scores, loss and gradients equal Hugging Face's."""

import numpy as np
import pytest
import tensorflow as tf
import torch

from bert_tf.weights import named_weights
from tests.support import heads

VARIANTS = {
    "plain": {},
    "other switches": {
        "hidden_act": "relu",
        "layer_norm_eps": 1e-5,
        "num_hidden_layers": 1,
        "tie_word_embeddings": False,
        "classifier_dropout": 0.3,
    },
}


def both(name, given, targets, **changes):
    """Ours, theirs, and what each returns."""
    ours = heads.model(name, **changes)
    theirs = heads.hugging_face(ours)
    expected = theirs(**{key: torch.tensor(value) for key, value in {**given, **targets}.items()})
    return ours, theirs, ours({**given, **targets}), expected


@pytest.mark.parametrize("changes", VARIANTS.values(), ids=VARIANTS)
@pytest.mark.parametrize("name", heads.HEADS)
def test_scores_and_loss(name, changes):
    given = heads.inputs(name)
    targets = heads.labels(name, given)
    _, _, found, expected = both(name, given, targets, **changes)
    assert found._fields == tuple(key for key, value in expected.items() if value is not None)
    for field in found._fields:
        np.testing.assert_allclose(getattr(found, field), expected[field].detach(), atol=1e-5, err_msg=field)


@pytest.mark.parametrize("name", heads.HEADS)
def test_gradients(name):
    given = heads.inputs(name)
    targets = heads.labels(name, given)
    ours = heads.model(name)
    theirs = heads.hugging_face(ours)
    weights = named_weights(ours)
    with tf.GradientTape() as tape:
        loss = ours({**given, **targets}).loss
    gradients = tape.gradient(loss, [weight.variable.value for weight in weights.values()])
    theirs(**{key: torch.tensor(value) for key, value in {**given, **targets}.items()}).loss.backward()
    expected = {key: parameter.grad for key, parameter in theirs.named_parameters()}
    assert set(expected) == set(weights)
    for (path, weight), gradient in zip(weights.items(), gradients, strict=True):
        if expected[path] is None:
            assert gradient is None, path
            continue
        found = tf.convert_to_tensor(gradient).numpy()
        np.testing.assert_allclose(
            found.T if weight.transposed else found, expected[path].numpy(), atol=1e-5, err_msg=path
        )


@pytest.mark.parametrize("name", heads.HEADS)
def test_without_labels(name):
    given = heads.inputs(name)
    _, _, found, expected = both(name, given, {})
    assert found.loss is None and expected.loss is None
    for field in found._fields:
        np.testing.assert_allclose(getattr(found, field), expected[field].detach(), atol=1e-5)


PROBLEMS = {
    "classes": (5, None, [3, 0, 4], "int64"),
    "some ignored": (5, None, [-100, 0, 4], "int64"),
    "one number": (1, None, [0.5, -2.0, 3.0], "float32"),
    "numbers": (2, "regression", [[0.5, 1], [-2.0, 0], [3.0, 1]], "float32"),
    "several labels": (3, None, [[1, 0, 1], [0, 0, 0], [1, 1, 1]], "float32"),
    "two labels": (2, "multi_label_classification", [[1, 0], [0, 0], [1, 1]], "float32"),
}


@pytest.mark.parametrize(("count", "problem", "labels", "dtype"), PROBLEMS.values(), ids=PROBLEMS)
def test_problem_types(count, problem, labels, dtype):
    name = "BertForSequenceClassification"
    targets = {"labels": np.array(labels, dtype)}
    ours, theirs, found, expected = both(name, heads.inputs(name), targets, num_labels=count, problem_type=problem)
    assert abs(float(found.loss) - float(expected.loss)) <= 1e-5
    assert ours.problem_type(tf.as_dtype(dtype)) == theirs.config.problem_type


def test_every_label_ignored_gives_nan_on_both_sides():
    name = "BertForTokenClassification"
    given = heads.inputs(name)
    _, _, found, expected = both(name, given, {"labels": np.full_like(given["input_ids"], -100)})
    assert np.isnan(float(found.loss)) and np.isnan(float(expected.loss))


@pytest.mark.parametrize("tied", [True, False])
@pytest.mark.parametrize("name", heads.HEADS)
def test_files_both_ways(tmp_path, name, tied):
    import transformers

    ours = heads.model(name, tie_word_embeddings=tied, **({"num_labels": 2} if "Question" in name else {}))
    ours.save_pretrained(tmp_path / "ours")
    theirs, report = getattr(transformers, name).from_pretrained(tmp_path / "ours", output_loading_info=True)
    assert not any(report.values()), report
    theirs.save_pretrained(tmp_path / "theirs")
    again = type(ours).from_pretrained(tmp_path / "theirs")
    assert again.untrained == []
    for (path, old), new in zip(named_weights(ours).items(), named_weights(again).values(), strict=True):
        np.testing.assert_array_equal(np.asarray(old.variable), np.asarray(new.variable), err_msg=path)
