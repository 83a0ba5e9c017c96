"""`fit` under `tf.distribute`: two devices or two processes learn of halves what one process learns of the batch."""

import json
import os
import subprocess
import sys

import pytest
import tensorflow as tf

from tests.bert_tf.heads import distributed_run
from tests.support.interpreter import ROOT
from tests.support.ports import free_ports

pytestmark = pytest.mark.slow


def started(mode, **variables):
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": ""}
    command = [sys.executable, "-m", "tests.bert_tf.heads.distributed_run", mode]
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "cwd": ROOT}
    return subprocess.Popen(command, env={**environment, **variables}, **options)


def said(process):
    out, err = process.communicate(timeout=280)
    assert process.returncode == 0, err[-3000:]
    return json.loads(out.splitlines()[-1])


def test_the_losses_and_weights_of_the_whole_batch():
    """Clipped and accumulated, too: by our optimizer and by Keras' own."""
    cluster = {"worker": [f"localhost:{port}" for port in free_ports(2)]}
    workers = [
        started("processes", TF_CONFIG=json.dumps({"cluster": cluster, "task": {"type": "worker", "index": number}}))
        for number in range(2)
    ]
    one = distributed_run.trained(tf.distribute.get_strategy())
    found = [said(each) for each in workers]
    found.append(said(started("devices")))
    for name, expected in one.items():
        for each in found:
            assert each[name]["losses"] == pytest.approx(expected["losses"], abs=1e-5), name
            assert each[name]["weights"] == pytest.approx(expected["weights"], rel=1e-4), name
        first, *_, last = expected["losses"]
        assert abs(last - first) > 1e-3, name  # it moved
