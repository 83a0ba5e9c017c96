"""What `test_distributed` runs in each process: a few steps of `fit`, under the strategy that is named.

python -m tests.bert_tf.heads.distributed_run devices|processes
"""

import json
import sys

import numpy as np
import tensorflow as tf

BATCHES, BATCH = 4, 8
DROPOUT = dict.fromkeys(("hidden_dropout_prob", "attention_probs_dropout_prob"), 0.0)
DEVICES = ("CPU:0", "CPU:1")


def optimizers():
    """For each head one, with clipping of each kind, and with several batches for an update."""
    import keras

    from bert_tf.train.adamw import AdamW

    descent = keras.optimizers.SGD
    return {
        "BertForMaskedLM": lambda: AdamW(1e-2, epsilon=1e-4, clip_norm=0.05, accumulate=2),
        "BertForSequenceClassification": lambda: descent(1.0, global_clipnorm=0.1),
        "BertForTokenClassification": lambda: descent(
            1.0, weight_decay=0.01, clipnorm=0.1, gradient_accumulation_steps=2
        ),
    }


def labels(name, ids):
    """For masked words, unlike counts of them in each text, so that no half has the mean of the whole."""
    draw = np.random.default_rng(0)
    hidden = draw.random(ids.shape) < draw.random((len(ids), 1))
    return {
        "BertForMaskedLM": np.where(hidden, ids, -100),
        "BertForSequenceClassification": draw.integers(0, 3, len(ids)),
        "BertForTokenClassification": np.where(hidden, draw.integers(0, 3, ids.shape), -100),
    }[name]


def trained(strategy):
    """For each head the loss of each batch, and the sum of each weight's size in the end."""
    from tests.support import tiny_texts

    texts = tiny_texts.texts(BATCHES * BATCH)
    given = dict(
        tiny_texts.tokenizer()(texts, truncation=True, max_length=16, padding="max_length", return_tensors="np")
    )
    found = {}
    for name, make in optimizers().items():
        rows = {**given, "labels": labels(name, given["input_ids"])}
        data = tf.data.Dataset.from_tensor_slices(rows).batch(BATCH).repeat()
        with strategy.scope():
            model = tiny_texts.model(name, num_hidden_layers=1, **DROPOUT)
            model.compile(optimizer=make(), jit_compile=False)
        losses = model.fit(data, epochs=BATCHES, steps_per_epoch=1, verbose=0).history["loss"]
        sizes = [float(np.abs(np.asarray(each)).sum()) for each in model.trainable_variables]
        found[name] = {"losses": losses, "weights": sizes}
    return found


if __name__ == "__main__":
    if sys.argv[1] == "devices":
        two = [tf.config.LogicalDeviceConfiguration()] * 2
        tf.config.set_logical_device_configuration(tf.config.list_physical_devices("CPU")[0], two)
        chosen = tf.distribute.MirroredStrategy(DEVICES)
    else:
        chosen = tf.distribute.MultiWorkerMirroredStrategy()
    print(json.dumps(trained(chosen)))
