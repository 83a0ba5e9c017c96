"""The layers for one short text by LiteRT, TensorFlow's engine for small devices.

Its XNNPACK keeps matrices in the order that its products read them in, and its threads wait awake: both count where a
product has few rows. LiteRT's converter makes one layer, and the others are that layer with other matrices; for the
whole of BERT-base it would take half a minute and five gigabytes.
Source of the file's form: TensorFlow's `lite/schema/schema.fbs`.
"""

from __future__ import annotations

import copy
import tempfile
import threading
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import tensorflow as tf

from bert_tf.config import BertConfig
from bert_tf.fast import encoder, fusible, threads
from bert_tf.fast.layout import Grid
from bert_tf.fast.weights import Dense, Layer, Norm, Weights

Tensor = Any
_IDENTIFIER = b"TFL3"
_ROOM = 1 << 20  # bytes for all that is not a matrix


class ShortText:
    """`ids, mask, kinds` [1,T] -> what `end` makes, for each T up to `tokens`, to which texts are padded.

    It takes the memory of the layers' matrices twice more; one of the two is a file that the system can drop.

    Args:
      begin: makes of the three x [T,H] and what is added to the scores [1,1,1,T].
      end: makes of the hidden states [1,T,H], and of the mask, what is returned.

    Raises:
      ValueError: the layers' shapes are not the same.
    """

    def __init__(
        self, weights: Weights, config: BertConfig, tokens: int, begin: Callable[..., Any], end: Callable[..., Any]
    ) -> None:
        heads = [each.heads for each in weights.layers]
        if len(set(heads)) > 1:
            raise ValueError(f"short_text needs layers of one shape, which after pruning have {heads} heads.")
        self.tokens, self._lock = tokens, threading.Lock()
        places, grid = tf.TensorSpec([1, tokens], tf.int32), tf.TensorSpec([1, None, config.hidden_size])
        self._begin = tf.function(begin, input_signature=[places] * 3, autograph=False)
        self._end = tf.function(end, input_signature=[grid, tf.TensorSpec([1, None], tf.int32)], autograph=False)
        template = _Template(weights.layers[0], config, tokens)
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            path = Path(folder) / "layers.tflite"
            path.write_bytes(template.filled(weights.layers))
            with warnings.catch_warnings():
                warnings.filterwarnings("ignore", r"\s*Warning: tf.lite.Interpreter is deprecated")
                self._run = tf.lite.Interpreter(str(path), num_threads=threads.usable())
            self._run.allocate_tensors()
        self._inputs = [each["index"] for each in self._run.get_input_details()]
        (self._output,) = (each["index"] for each in self._run.get_output_details())

    def __call__(self, ids: Tensor, mask: Tensor, kinds: Tensor) -> Any:
        count = ids.shape[1]
        room = [[0, 0], [0, self.tokens - count]]
        given = self._begin(*(tf.pad(each, room) for each in (ids, mask, kinds)))
        with self._lock:  # it works in one memory
            for index, value in zip(self._inputs, given, strict=True):
                self._run.set_tensor(index, np.asarray(value))
            self._run.invoke()
            hidden = self._run.get_tensor(self._output)
        return self._end(hidden[None, :count], mask)


class _Template:
    """A layer of that shape as LiteRT's converter writes it, and which of its tensors are which weights."""

    def __init__(self, layer: Layer, config: BertConfig, tokens: int) -> None:
        from tensorflow.lite.tools import flatbuffer_utils

        # By these numbers a matrix or bias is known again. A norm's are given, or they would go into the next matrix.
        draw = np.random.default_rng(0)
        arrays = [draw.normal(size=each.shape).astype(np.float32) for each in _arrays(layer)]
        norms = [2 * place + each for place, part in enumerate(layer[1:]) if isinstance(part, Norm) for each in (0, 1)]

        def run(x: Tensor, bias: Tensor, *given: Tensor) -> Tensor:
            weights = [*map(tf.constant, arrays)]
            for place, value in zip(norms, given, strict=True):
                weights[place] = value
            return encoder.one_layer(_with_arrays(layer, weights), config, x, Grid(1, tokens), bias, fusible)

        shapes = [[tokens, config.hidden_size], [1, 1, 1, tokens], *([*arrays[each].shape] for each in norms)]
        graph = tf.function(
            run, input_signature=[tf.TensorSpec(each) for each in shapes], autograph=False
        ).get_concrete_function()
        content = tf.lite.TFLiteConverter.from_concrete_functions([graph]).convert()
        self._model = flatbuffer_utils.convert_bytearray_to_object(content)
        self._weights = {**self._found(arrays), **self._given(norms)}
        if {number for number, _ in self._weights.values()} != set(range(len(arrays))):
            raise RuntimeError("LiteRT's converter in this TensorFlow writes a layer's weights in another form.")

    def _found(self, arrays: list[np.ndarray]) -> dict[int, tuple[int, bool]]:
        """Tensor -> which of the arrays it is, and whether it holds that transposed."""
        forms = {
            form.tobytes(): (number, bool(turned))
            for number, array in enumerate(arrays)
            for turned, form in enumerate([array, array.T][: array.ndim])
        }
        keys = [each.data is not None and np.asarray(each.data).tobytes() for each in self._model.buffers]
        tensors = self._model.subgraphs[0].tensors
        return {n: forms[keys[each.buffer]] for n, each in enumerate(tensors) if keys[each.buffer] in forms}

    def _given(self, norms: list[int]) -> dict[int, tuple[int, bool]]:
        tensors = [int(each) for each in self._model.subgraphs[0].inputs[2:]]
        return {tensor: (number, False) for tensor, number in zip(tensors, norms, strict=True)}

    def filled(self, layers: list[Layer]) -> memoryview:
        """The file of these layers, one after the other."""
        import flatbuffers

        model = self._model
        (graph,) = model.subgraphs
        tensors, operators, (first, bias), (last,) = graph.tensors, graph.operators, graph.inputs[:2], graph.outputs
        empty, size = type(model.buffers[0])(), _ROOM
        model.buffers = [empty if n in self._buffers() else each for n, each in enumerate(model.buffers)]
        graph.tensors, graph.operators, model.signatureDefs = [], [], []
        taken: dict[int, int] = {}  # what a layer shares with, or takes from, the one before
        for layer in layers:
            arrays, index = _arrays(layer), {-1: -1, **taken}
            for number, tensor in enumerate(tensors):
                if number in taken:
                    continue
                index[number] = len(graph.tensors)
                graph.tensors.append(copy.copy(tensor))
                if number in self._weights:
                    weight, turned = self._weights[number]
                    data = np.ascontiguousarray(arrays[weight].T if turned else arrays[weight])
                    graph.tensors[-1].buffer = len(model.buffers)
                    model.buffers.append(copy.copy(empty))
                    model.buffers[-1].data = data.reshape(-1).view(np.uint8)
                    size += data.nbytes
            for operator in operators:
                graph.operators.append(copy.copy(operator))
                graph.operators[-1].inputs = [index[int(each)] for each in operator.inputs]
                graph.operators[-1].outputs = [index[int(each)] for each in operator.outputs]
            if not taken:
                graph.inputs = [index[first], index[bias]]
            taken = {first: index[last], bias: index[bias]}
        graph.outputs = [taken[first]]
        builder = flatbuffers.Builder(size)
        builder.Finish(model.Pack(builder), file_identifier=_IDENTIFIER)
        return memoryview(builder.Bytes)[builder.Head() :]

    def _buffers(self) -> set[int]:
        """Those of the sample's weights."""
        tensors = self._model.subgraphs[0].tensors
        return {tensors[each].buffer for each in self._weights}


def _arrays(layer: Layer) -> list[np.ndarray]:
    """Matrices as [H,I], biases, gammas and betas, two of each of the layer's fields."""
    found: list[Tensor] = []
    for part in layer[1:]:
        if isinstance(part, Norm):
            found += [part.gamma, part.beta]
        else:
            kernel = tf.cast(part.kernel, tf.float32)
            found += [tf.transpose(kernel) if part.transposed else kernel, tf.cast(part.bias, tf.float32)]
    return [*map(np.asarray, found)]


def _with_arrays(layer: Layer, arrays: list[Tensor]) -> Layer:
    parts: list[Any] = []
    for part, one, other in zip(layer[1:], arrays[::2], arrays[1::2], strict=True):
        if isinstance(part, Norm):
            parts.append(part._replace(gamma=one, beta=other))
        else:
            parts.append(Dense(one, other))
    return Layer(layer.heads, *parts)
