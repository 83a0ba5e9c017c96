"""An ONNX model that takes ids. The door to tf2onnx."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

from bert_tf.serving.signatures import of_ids

OPSET = 17


def write(model: Any, tokenizer: Any, path: Path, max_length: int) -> None:
    """Writes `model.onnx`, for ids of any batch and length up to the model's, and the tokenizer's files beside.

    Raises:
      ModuleNotFoundError: tf2onnx is not installed.
    """
    if importlib.util.find_spec("tf2onnx") is None:
        raise ModuleNotFoundError("writing ONNX needs tf2onnx; run: pip install tf2onnx", name="tf2onnx")
    import tensorflow as tf
    import tf2onnx

    signature = of_ids(model)
    path.mkdir()
    function = tf.function(signature.function, input_signature=signature.inputs, autograph=False)
    tf2onnx.convert.from_function(
        function, input_signature=signature.inputs, opset=OPSET, output_path=str(path / "model.onnx")
    )
    tokenizer.save_pretrained(path)
