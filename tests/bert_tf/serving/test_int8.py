"""Matrices of int8 by ONNX Runtime and LiteRT: near float32, and refused where they are slower."""

import itertools
import json

import numpy as np
import onnxruntime
import pytest
import tensorflow as tf

import bert_tf
from bert_tf.serving import int8
from tests.support import tiny_texts

RUNS = {
    "onnx_int8": lambda path, given: onnxruntime.InferenceSession(str(path / "model.onnx")).run(None, given)[0],
    "litert_int8": lambda path, given: tf.lite.Interpreter(str(path / "model.tflite")).get_signature_runner()(**given)[
        "vectors"
    ],
}


def clock(*seconds):
    """`time.perf_counter`, by which every second call took the next of these times, over and over."""
    now, takes = 0.0, itertools.cycle(seconds)

    def tell():
        nonlocal now
        value = now
        now += next(takes) if tell.started else 0
        tell.started = not tell.started
        return value

    tell.started = True
    return tell


@pytest.fixture
def model():
    sizes = {"hidden_size": 96, "intermediate_size": 130, "num_attention_heads": 3}
    return tiny_texts.model("SentenceEmbedder", **sizes), tiny_texts.tokenizer()


@pytest.mark.parametrize("format", RUNS)
def test_near_float32(model, format, tmp_path, monkeypatch):
    embedder, tokenizer = model
    monkeypatch.setattr(int8.time, "perf_counter", clock(2.0, 1.0))
    path = bert_tf.export(*model, tmp_path / "m", format=format, max_length=17)
    report = json.loads((path / "int8.json").read_text(encoding="utf-8"))
    assert (report["float32_s"], report["int8_s"], report["tokens"]) == (2.0, 1.0, 17)
    assert report["cosine"] > 0.99 and report["int8_bytes"] < 0.6 * report["float32_bytes"]
    assert not [each for each in path.iterdir() if "float32" in each.name]
    encoded = tokenizer(["a red tree by the river"], padding="max_length", max_length=17, return_tensors="np")
    given = {name: np.asarray(value, np.int32) for name, value in encoded.items()}
    found, expected = np.asarray(RUNS[format](path, given)).ravel(), np.asarray(embedder(given)).ravel()
    assert found @ expected / (np.linalg.norm(found) * np.linalg.norm(expected)) > 0.99
    assert not np.array_equal(found, expected)


def test_slower_is_refused(model, tmp_path, monkeypatch):
    monkeypatch.setattr(int8.time, "perf_counter", clock(1.0, 2.0))
    with pytest.raises(RuntimeError, match="int8 is slower than float32 here: 2000.00 ms against 1000.00 ms"):
        bert_tf.export(*model, tmp_path / "m", format="onnx_int8", max_length=17)
    assert not list(tmp_path.iterdir())
