"""A LiteRT (TensorFlow Lite) model that takes ids."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from bert_tf.serving import saved_model
from bert_tf.serving.signatures import of_ids


def write(model: Any, tokenizer: Any, path: Path, max_length: int) -> None:
    """Writes `model.tflite`, which takes one text of `max_length` ids, padded, and the tokenizer's files beside."""
    content = convert(model, max_length)
    path.mkdir()
    (path / "model.tflite").write_bytes(content)
    tokenizer.save_pretrained(path)


def convert(model: Any, max_length: int, quantized: bool = False) -> bytes:
    """The model's file; with matrices of int8 if `quantized`."""
    import tensorflow as tf

    with tempfile.TemporaryDirectory() as folder:
        saved_model.save(model, {"ids": of_ids(model, 1, max_length)}, Path(folder) / "m")
        converter = tf.lite.TFLiteConverter.from_saved_model(str(Path(folder) / "m"), signature_keys=["ids"])
        converter.optimizations = [tf.lite.Optimize.DEFAULT] if quantized else []
        return bytes(converter.convert())
