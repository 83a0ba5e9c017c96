"""`fit` under `tf.distribute`: two devices or two processes learn of halves what one process learns of the batch."""

import json
import subprocess
import sys

import pytest

from tests.support.interpreter import ROOT
from tests.support.ports import free_ports

pytestmark = pytest.mark.slow
RUN = """
import json, os, sys
import numpy as np, tensorflow as tf

mode = sys.argv[1]
if mode == "devices":
    two = [tf.config.LogicalDeviceConfiguration()] * 2
    tf.config.set_logical_device_configuration(tf.config.list_physical_devices("CPU")[0], two)
strategy = {
    "one": tf.distribute.get_strategy,
    "devices": lambda: tf.distribute.MirroredStrategy(["CPU:0", "CPU:1"]),
    "processes": tf.distribute.MultiWorkerMirroredStrategy,
}[mode]()
import keras
from tests.support import tiny_texts

found = {}
draw = np.random.default_rng(0)
tokenizer = tiny_texts.tokenizer()
given = dict(tokenizer(tiny_texts.texts(24), truncation=True, max_length=16, padding="max_length", return_tensors="np"))
for name, labels in {
    "BertForMaskedLM": np.where(draw.random((24, 16)) < draw.random((24, 1)), given["input_ids"], -100),
    "BertForSequenceClassification": draw.integers(0, 3, 24),
}.items():
    data = tf.data.Dataset.from_tensor_slices({**given, "labels": labels}).batch(8).repeat()
    with strategy.scope():
        dropout = dict.fromkeys(("hidden_dropout_prob", "attention_probs_dropout_prob"), 0.0)
        model = tiny_texts.model(name, num_hidden_layers=1, **dropout)
        model.compile(optimizer=keras.optimizers.Adam(1e-2))
    losses = model.fit(data, epochs=3, steps_per_epoch=1, verbose=0).history["loss"]
    weights = [float(np.abs(np.asarray(each)).sum()) for each in model.trainable_variables]
    found[name] = {"losses": losses, "weights": weights}
print(json.dumps(found))
"""


def started(mode, **variables):
    import os

    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": ""}
    command = [sys.executable, "-c", RUN, mode]
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "cwd": ROOT}
    return subprocess.Popen(command, env={**environment, **variables}, **options)


def said(process):
    out, err = process.communicate(timeout=280)
    assert process.returncode == 0, err[-3000:]
    return json.loads(out.splitlines()[-1])


def test_the_losses_and_weights_of_the_whole_batch():
    cluster = {"worker": [f"localhost:{port}" for port in free_ports(2)]}
    workers = [
        started("processes", TF_CONFIG=json.dumps({"cluster": cluster, "task": {"type": "worker", "index": number}}))
        for number in range(2)
    ]
    found = [said(each) for each in workers]
    one = said(started("one"))
    found.append(said(started("devices")))
    for name, expected in one.items():
        for each in found:
            assert each[name]["losses"] == pytest.approx(expected["losses"], abs=1e-5), name
            assert each[name]["weights"] == pytest.approx(expected["weights"], rel=1e-4), name
        assert expected["losses"][2] < expected["losses"][0] or name != "BertForMaskedLM"
