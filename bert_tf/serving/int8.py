"""ONNX and LiteRT models with matrices of int8, by the engines' own quantization; refused where they are slower."""

from __future__ import annotations

import importlib.util
import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from bert_tf.fast import processor, threads
from bert_tf.serving import litert, onnx
from bert_tf.serving.signatures import IDS

MISSING = "quantizing an ONNX model needs onnxruntime; run: pip install onnxruntime onnx"
REPORT = "int8.json"
TOKENS = 128
ROUNDS = 7
TEXT = (
    "The animal didn't cross the street because it was too tired. Pandas eat leaves, and sometimes fruit, other than "
    "bamboo; an elephant lifts water with its trunk. In 2019 the river rose by three metres within one night. "
) * 4

Run = Callable[[dict[str, np.ndarray]], list[np.ndarray]]


class Measured(NamedTuple):
    """Seconds of a text of T tokens by either model, the cosine of their first outputs, T and bytes on the disk."""

    float32_s: float
    int8_s: float
    cosine: float
    tokens: int
    float32_bytes: int
    int8_bytes: int


def write_onnx(model: Any, tokenizer: Any, path: Path, max_length: int) -> None:
    """As `onnx.write`, and `int8.json` says what was measured.

    Raises:
      ModuleNotFoundError: onnxruntime or tf2onnx is not installed.
      RuntimeError: int8 takes longer than float32 on this processor.
    """
    if importlib.util.find_spec("onnxruntime") is None:
        raise ModuleNotFoundError(MISSING, name="onnxruntime")
    from onnxruntime.quantization import QuantType, quantize_dynamic

    onnx.write(model, tokenizer, path, max_length)
    plain, small = path / "float32.onnx", path / "model.onnx"
    small.rename(plain)
    # Products of weights alone: those of queries, keys and probabilities lose more than they gain. Without VNNI, ONNX
    # Runtime adds pairs of products in 16 bits, which matrices of 7 bits keep from overflowing.
    quantize_dynamic(
        plain,
        small,
        per_channel=True,
        reduce_range=not processor.has_vnni(),
        weight_type=QuantType.QInt8,
        extra_options={"MatMulConstBOnly": True},
    )
    _decide(model, tokenizer, plain, small, min(max_length, TOKENS), _onnx)


def write_litert(model: Any, tokenizer: Any, path: Path, max_length: int) -> None:
    """As `litert.write`, and `int8.json` says what was measured.

    Raises:
      RuntimeError: int8 takes longer than float32 on this processor.
    """
    litert.write(model, tokenizer, path, max_length)
    plain, small = path / "float32.tflite", path / "model.tflite"
    small.rename(plain)
    small.write_bytes(litert.convert(model, max_length, quantized=True))
    _decide(model, tokenizer, plain, small, max_length, _litert)


def measure(model: Any, tokenizer: Any, plain: Path, small: Path, tokens: int, load: Callable[[Path], Run]) -> Measured:
    """One text of `tokens`, by both in turn; medians."""
    encoded = tokenizer([TEXT], truncation=True, max_length=tokens, padding="max_length", return_tensors="np")
    shape = (1, *[1] * (len(model.ids_shape) - 2), tokens)
    given = {name: np.asarray(encoded[name], np.int32).reshape(shape) for name in IDS}
    runs = [load(plain), load(small)]
    first, second = (run(given)[0].ravel() for run in runs)  # the first call of each is not timed
    taken: list[list[float]] = [[], []]
    for _ in range(ROUNDS):
        for run, times in zip(runs, taken, strict=True):
            start = time.perf_counter()
            run(given)
            times.append(time.perf_counter() - start)
    cosine = float(first @ second / (np.linalg.norm(first) * np.linalg.norm(second)))
    before, after = (statistics.median(times) for times in taken)
    return Measured(before, after, cosine, tokens, plain.stat().st_size, small.stat().st_size)


def _decide(model: Any, tokenizer: Any, plain: Path, small: Path, tokens: int, load: Callable[[Path], Run]) -> None:
    found = measure(model, tokenizer, plain, small, tokens, load)
    plain.unlink()
    if found.int8_s >= found.float32_s:
        raise RuntimeError(
            f"int8 is slower than float32 here: {found.int8_s * 1e3:.2f} ms against {found.float32_s * 1e3:.2f} ms "
            f"for a text of {tokens} tokens; nothing was written. Export float32, or where it will run."
        )
    small.with_name(REPORT).write_text(json.dumps(found._asdict(), indent=2) + "\n", encoding="utf-8")


def _onnx(path: Path) -> Run:
    import onnxruntime

    session = onnxruntime.InferenceSession(str(path))
    return lambda given: session.run(None, given)


def _litert(path: Path) -> Run:
    import tensorflow as tf

    run = tf.lite.Interpreter(str(path), num_threads=threads.usable()).get_signature_runner()
    return lambda given: list(run(**given).values())
