"""`fit`: it learns, goes on after a kill to the same weights, stops early, recomputes, and writes what it does."""

import json

import keras
import numpy as np
import pytest
import scipy.stats
import sklearn.metrics
import tensorflow as tf

from bert_tf.train import checkpointing
from bert_tf.train.data import classification, rows, spans
from bert_tf.train.fit import fit
from bert_tf.train.recipe import Recipe
from tests.support import tiny_texts

TOKENIZER = tiny_texts.tokenizer()
EAGER = {"jit_compile": False}


def examples(count=12, seed=0):
    draw = np.random.default_rng(seed)
    words = "pandas koalas eat sleep bamboo leaves".split()
    texts = [list(draw.choice(words, draw.integers(2, 6))) for _ in range(count)]
    values = [{"text": " ".join(text), "label": int("pandas" in text)} for text in texts]
    return classification.classes(rows.rows(values), TOKENIZER, 16, known={0: "no", 1: "yes"})


def model(dropout=0.1, **changes):
    keras.utils.set_random_seed(3)
    rates = {"hidden_dropout_prob": dropout, "attention_probs_dropout_prob": dropout}
    return tiny_texts.model("BertForSequenceClassification", num_labels=2, num_hidden_layers=1, **rates, **changes)


def weights(made):
    return [np.asarray(each) for each in made.variables]


class Killed(Exception):
    pass


class KillAt(keras.callbacks.Callback):
    def __init__(self, batch):
        super().__init__()
        self.left = batch

    def on_train_batch_end(self, batch, logs=None):
        self.left -= 1
        if self.left == 0:
            raise Killed


@pytest.mark.slow
def test_killed_and_resumed_gives_the_same_weights(tmp_path):
    recipe = Recipe(epochs=2, batch_size=3, learning_rate=1e-2, accumulate=3, seed=5)
    whole = model()
    expected = fit(whole, examples(), recipe, examples(5, 1), compile_with=EAGER)
    parts = model()
    with pytest.raises(Killed):
        fit(
            parts, examples(), recipe, examples(5, 1), tmp_path, save_every=1, callbacks=[KillAt(2)], compile_with=EAGER
        )
    again = model(dropout=0.1)
    for variable in again.variables:
        variable.assign(np.zeros_like(variable))  # whatever it starts with
    found = fit(again, examples(), recipe, examples(5, 1), tmp_path, save_every=1, compile_with=EAGER)
    for one, other in zip(weights(whole), weights(again), strict=True):
        np.testing.assert_array_equal(one, other)
    with np.load(tmp_path / "state.npz", allow_pickle=False) as stored:
        about = json.loads(str(stored["about"]))
    assert (about["epoch"], about["first"]) == (2, 0) and about["run"]["batch_size"] == 3
    assert len(found.history) == 2 and found.history[1] == pytest.approx(expected.history[1])
    assert found.history[0]["val_loss"] == pytest.approx(expected.history[0]["val_loss"])
    with pytest.raises(ValueError, match="epochs was 2, now 3"):
        fit(again, examples(), Recipe(**{**recipe.to_dict(), "epochs": 3}), folder=tmp_path)


JUDGES = {
    "several labels": (classification.several, ["a", "b"], {
        "f1": lambda labels, logits: sklearn.metrics.f1_score(labels, logits > 0, average="micro"),
    }),
    "numbers": (classification.numbers, "a", {
        "pearson": lambda labels, logits: scipy.stats.pearsonr(labels, logits[:, 0]).statistic,
        "spearman": lambda labels, logits: scipy.stats.spearmanr(labels, logits[:, 0]).statistic,
    }),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(("encode", "label", "judges"), JUDGES.values(), ids=JUDGES)
def test_what_else_is_learned_of_texts_and_how_it_is_judged(encode, label, judges):
    values = [{"text": text, "a": int("pandas" in text), "b": int("eat" in text)} for text in
              ("pandas eat", "koalas eat", "they sleep", "pandas sleep", "pandas", "bamboo")]  # fmt: skip
    data = encode(rows.rows(values), TOKENIZER, 16, label=label)
    made = tiny_texts.model("BertForSequenceClassification", num_hidden_layers=1, **{"num_labels": 2, **data.fields})
    last = fit(made, data, Recipe(epochs=2, batch_size=4), data, compile_with=EAGER).history[-1]
    assert set(last) == {"loss", "val_loss", *judges, *(f"val_{name}" for name in judges)}
    given, targets = made_of(data)
    logits = np.asarray(made(given).logits)
    for name, judge in judges.items():
        assert last[f"val_{name}"] == pytest.approx(judge(targets["labels"], logits), abs=1e-5), name


@pytest.mark.slow
def test_early_stopping_brings_the_best_back(tmp_path):
    made = model(0.0)
    told = []
    recipe = Recipe(epochs=9, batch_size=4, learning_rate=0.3, patience=1, warmup=0)
    step = lambda *each: told.append(each)  # noqa: E731
    found = fit(made, examples(), recipe, examples(6, 1), tmp_path, tmp_path / "log", step=step, compile_with=EAGER)
    losses = [epoch["val_loss"] for epoch in found.history]
    assert len(losses) < 9 and found.best_epoch - 1 == int(np.argmin(losses)) == len(losses) - 2
    ((given, targets),) = [made_of(examples(6, 1))]
    assert float(made({**given, **targets}).loss) == pytest.approx(min(losses), rel=1e-5)
    assert told[-1][1:] == (3 * len(losses), 27) and told[-1][0].startswith(f"epoch {len(losses)} of 9, loss ")
    (events,) = (tmp_path / "log").iterdir()
    tags = {}
    for event in tf.compat.v1.train.summary_iterator(str(events)):
        for value in event.summary.value:
            tags.setdefault(value.tag, []).append(event.step)
    assert tags["batch/learning_rate"] == list(range(3 * len(losses)))
    assert tags["epoch/val_accuracy"] == [3 * number for number in range(1, len(losses) + 1)]
    again = fit(model(0.0), examples(), recipe, examples(6, 1), tmp_path)  # finished: nothing is left to do
    assert again == found


def made_of(found):
    return found.batch(range(len(found)))


def test_patience_needs_examples():
    with pytest.raises(ValueError, match="needs validation examples"):
        fit(model(), examples(), Recipe(patience=1))


@pytest.mark.parametrize("changes", [{"epochs": 0}, {"warmup": 1.5}, {"layer_decay": -1}, {"accumulate": 0}])
def test_recipes_that_make_no_sense(changes):
    with pytest.raises(ValueError, match=next(iter(changes))):
        Recipe(**changes)


def test_recomputed_gradients_are_the_same():
    given, targets = examples().batch(range(5))

    def gradients(wanted):
        made = model(0.4)
        for number, each in enumerate(made._flatten_layers()):
            if isinstance(each, keras.layers.Dropout):
                each.seed_generator.state.assign([number, 7])
        with checkpointing.recomputing(made, wanted):
            run = tf.function(lambda: _gradients(made, given, targets))
            return [tf.convert_to_tensor(each).numpy() for each in (*run(), *run())], weights(made)

    for one, other in zip(*(sum(gradients(wanted), []) for wanted in (False, True)), strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-5, atol=1e-6)


def _gradients(made, given, targets):
    with tf.GradientTape() as tape:
        loss = made({**given, **targets}, training=True).loss
    return tape.gradient(loss, made.trainable_variables)


@pytest.mark.slow
def test_mixed_precision():
    keras.utils.set_random_seed(3)
    from bert_tf import BertForQuestionAnswering

    made = BertForQuestionAnswering(model().config, dtype="mixed_float16")
    values = [{"question": "what eat", "context": f"{who} eat bamboo and leaves", "answer": who} for who in
              ("pandas", "koalas", "they")]  # fmt: skip
    data = spans.spans(rows.rows(values), TOKENIZER, 16)
    found = fit(made, data, Recipe(epochs=4, learning_rate=3e-2, warmup=0, recompute=True), compile_with=EAGER)
    assert found.history[-1]["loss"] < found.history[0]["loss"]
    assert set(found.history[0]) == {"loss", "start_accuracy", "end_accuracy"} | (
        set(found.history[0]) & {"start_logits_loss", "end_logits_loss"}
    )
    assert {each.dtype for each in made.trainable_variables} == {"float32"}
