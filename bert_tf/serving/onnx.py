"""An ONNX model that takes ids. The door to tf2onnx."""

from __future__ import annotations

import contextlib
import importlib.util
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from bert_tf.serving.signatures import of_ids

OPSET = 17
WRONG = "reshape_optimizer"  # after it tf2onnx takes the shape of [B·T,H] for that of [B,T,H] (1.17.0)
MISSING = "writing ONNX needs tf2onnx; run: pip install tf2onnx onnx"


def write(model: Any, tokenizer: Any, path: Path, max_length: int) -> None:
    """Writes `model.onnx`, for ids of any batch and length up to the model's, and the tokenizer's files beside.

    Raises:
      ModuleNotFoundError: tf2onnx is not installed.
    """
    if importlib.util.find_spec("tf2onnx") is None:
        raise ModuleNotFoundError(MISSING, name="tf2onnx")
    import tensorflow as tf
    import tf2onnx
    from tf2onnx import optimizer

    signature = of_ids(model)
    path.mkdir()
    function = tf.function(signature.function, input_signature=signature.inputs, autograph=False)
    with _without(optimizer, WRONG):
        tf2onnx.convert.from_function(
            function,
            input_signature=signature.inputs,
            opset=OPSET,
            custom_op_handlers={"Erfc": (_erfc, [])},
            output_path=str(path / "model.onnx"),
        )
    tokenizer.save_pretrained(path)


@contextlib.contextmanager
def _without(optimizer: Any, name: str) -> Iterator[None]:
    """tf2onnx without one of its passes, which `from_function` has no argument for."""
    every = optimizer._get_optimizers
    optimizer._get_optimizers = lambda: {each: made for each, made in every().items() if each != name}
    try:
        yield
    finally:
        optimizer._get_optimizers = every


def _erfc(graph: Any, node: Any, name: str, _: Any) -> None:
    """ONNX has no complement of the error function, by which Keras makes the exact gelu: 1 - erf(x)."""
    kinds, shapes = [graph.get_dtype(node.output[0])], [graph.get_shape(node.output[0])]
    inputs, outputs = list(node.input), list(node.output)
    graph.remove_node(name)
    one = graph.make_const(f"{name}/one", np.ones([], np.float32))
    erf = graph.make_node("Erf", inputs, name=f"{name}/Erf", dtypes=kinds, shapes=shapes)
    difference = [one.output[0], erf.output[0]]
    graph.make_node("Sub", difference, name=name, outputs=outputs, dtypes=kinds, shapes=shapes)
