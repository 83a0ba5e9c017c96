"""The loss of each of 50 steps of `fit` equals that of the same loop in PyTorch, without dropout."""

import keras
import numpy as np
import pytest
import tensorflow as tf
import torch
import transformers

from bert_tf.train.adamw import AdamW, depths
from bert_tf.train.schedule import LinearSchedule
from tests.support import heads

STEPS, WARMUP, PEAK, DECAY = 50, 5, 3e-3, 0.1
QUIET = {"hidden_dropout_prob": 0.0, "attention_probs_dropout_prob": 0.0, "classifier_dropout": 0.0}
VARIANTS = {
    "no clipping": ("BertForSequenceClassification", {"clip_norm": None}),
    "all of it": ("BertForQuestionAnswering", {"clip_norm": 0.3, "layer_decay": 0.7, "accumulate": 2}),
    "tied words": ("BertForPreTraining", {}),
}


def batches(name, count):
    found = [heads.inputs(name, seed=10 + number) for number in range(count)]
    return [(each, heads.labels(name, each, number)) for number, each in enumerate(found)]


def ours(model, rows, clip_norm=1.0, layer_decay=1.0, accumulate=1):
    """The loss of each batch under `fit`."""
    optimizer = AdamW(
        LinearSchedule(PEAK, STEPS, WARMUP),
        DECAY,
        clip_norm=clip_norm,
        layer_decay=layer_decay,
        depths=depths(model) if layer_decay < 1 else None,
        accumulate=accumulate,
    )
    model.compile(optimizer=optimizer, jit_compile=False)
    losses = []
    each = keras.callbacks.LambdaCallback(
        on_train_batch_begin=lambda batch, logs: model.reset_metrics(),  # the mean of this batch alone
        on_train_batch_end=lambda batch, logs: losses.append(float(logs["loss"])),
    )
    first = {**rows[0][0], **rows[0][1]}
    shapes = {name: tf.TensorSpec([None] * array.ndim, array.dtype) for name, array in first.items()}
    data = tf.data.Dataset.from_generator(lambda: ({**x, **y} for x, y in rows), output_signature=shapes)
    model.fit(data, verbose=0, callbacks=[each])
    return losses


def theirs(model, rows, clip_norm=1.0, layer_decay=1.0, accumulate=1):
    """The same in PyTorch: a group of parameters for each rate and decay."""
    layers = model.config.num_hidden_layers
    groups = []
    for path, parameter in model.named_parameters():
        words = path.split(".")
        depth = layers - int(words[3]) if "layer" in words else layers + 1 if "embeddings" in words else 0
        spared = path.endswith("bias") or "LayerNorm" in path
        groups.append(
            {"params": [parameter], "lr": PEAK * layer_decay**depth, "weight_decay": 0.0 if spared else DECAY}
        )
    optimizer = torch.optim.AdamW(groups, lr=PEAK)
    schedule = transformers.get_linear_schedule_with_warmup(optimizer, WARMUP, STEPS)
    model.train()
    losses = []
    for number, (given, targets) in enumerate(rows, 1):
        loss = model(**{name: torch.tensor(array) for name, array in {**given, **targets}.items()}).loss
        (loss / accumulate).backward()
        losses.append(loss.item())
        if number % accumulate == 0:
            if clip_norm is not None:
                torch.nn.utils.clip_grad_norm_(model.parameters(), clip_norm)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
    return losses


@pytest.mark.slow
@pytest.mark.parametrize(("name", "options"), VARIANTS.values(), ids=VARIANTS)
def test_losses(name, options):
    model = heads.model(name, **QUIET)
    reference = heads.hugging_face(model)
    rows = batches(name, STEPS * options.get("accumulate", 1))
    found, expected = ours(model, rows, **options), theirs(reference, rows, **options)
    assert len(found) == len(expected) == len(rows)
    np.testing.assert_allclose(found, expected, atol=1e-4, rtol=0)
    assert np.ptp(expected) > 0.1  # it trains
