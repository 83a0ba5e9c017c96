"""Weights of files that Keras 1 and Theano wrote, as 2.3.1 reads them."""

import os
import tempfile
from typing import Any

import h5py
import numpy as np

from tests.support.keras_builders.registry import program, rows


def _write(path: str, layers: Any, **attributes: str) -> None:
    with h5py.File(path, "w") as file:
        file.attrs["layer_names"] = [name.encode() for name in layers]
        for name, value in attributes.items():
            file.attrs[name] = value.encode()
        for name, arrays in layers.items():
            group = file.create_group(name)
            group.attrs["weight_names"] = [f"{name}_{place}".encode() for place in range(len(arrays))]
            for place, array in enumerate(arrays):
                group.create_dataset(f"{name}_{place}", data=array)


def _read(model: Any, layers: Any, by_name: bool = False, reshape: bool = False, **attributes: str) -> Any:
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "weights.h5")
        _write(path, layers, **attributes)
        model.load_weights(path, by_name=by_name, reshape=reshape)
    return model.get_weights()


@program
def theano_s_kernels(keras: Any, tf: Any) -> Any:
    """Theano turns kernels around; the file of Keras 2 says which backend wrote it."""
    k = keras.layers
    inner = keras.models.Sequential([k.Conv2D(2, 2, input_shape=(5, 4, 3)), k.Dense(2)])
    model = keras.models.Sequential([
        k.Conv2D(3, (3, 2), padding="same", input_shape=(5, 4, 3), name="a"), k.SeparableConv2D(3, 2, padding="same"),
        inner, k.Conv2DTranspose(2, 2), k.Reshape((5, 4, 2)), k.TimeDistributed(k.Conv1D(3, 3)), k.Flatten(),
        k.Dense(3),
    ])  # fmt: skip
    layers = {layer.name: [rows(*each.shape, seed=3) for each in layer.get_weights()] for layer in model.layers}
    found = [_read(model, layers, keras_version="2.1.6", backend=name) for name in ("theano", "tensorflow", "cntk")]
    model.set_weights([each * 0 for each in model.get_weights()])
    return [*found, _read(model, {"a": layers["a"]}, True, keras_version="2.1.6", backend="theano")[:3]]


@program
def keras_1_with_channels_first(keras: Any, tf: Any) -> Any:
    k = keras.layers
    first = {"data_format": "channels_first"}
    model = keras.models.Sequential([
        k.Conv2D(5, (3, 2), input_shape=(4, 7, 6), name="a", **first), k.Conv2D(3, 2, name="b", **first),
        k.Conv2DTranspose(2, 2, name="c", **first), k.Flatten(), k.Dense(2, name="d"),
    ])  # fmt: skip
    flat = model.layers[-1].get_weights()[0].shape[0]
    shapes = {"a": [(5, 4, 3, 2), (5,)], "b": [(3, 5, 2, 2), (3,)], "c": [(2, 3, 2, 2), (2,)], "d": [(flat, 2), (2,)]}
    layers = {name: [rows(*shape, seed=3) for shape in each] for name, each in shapes.items()}
    return [_read(model, layers), _read(model, {"b": layers["b"], "x": layers["d"]}, True)]


@program
def keras_1_in_sequences(keras: Any, tf: Any) -> Any:
    k = keras.layers
    model = keras.models.Sequential([
        k.Conv1D(3, 2, input_shape=(6, 4)), k.LSTM(2, return_sequences=True), k.GRU(3, return_sequences=True),
        k.Bidirectional(k.LSTM(2, return_sequences=True)), k.TimeDistributed(k.Dense(2)),
    ])  # fmt: skip
    lstm = [(3, 2), (2, 2), (2,)] * 4
    shapes = {
        "conv": [(3, 4, 2, 1), (3,)],
        "lstm": lstm,
        "gru": [(2, 3), (3, 3), (3,)] * 3,
        "both": lstm * 2,
        "dense": [(4, 2), (2,)],
    }
    layers = {name: [rows(*s, seed=n) for n, s in enumerate(each)] for name, each in shapes.items()}
    return _read(model, layers)


@program
def kernels_of_another_order(keras: Any, tf: Any) -> Any:
    """Kernels of a shape that the layer does not have are transposed, or with `reshape` read as they lie."""
    model = keras.models.Sequential([keras.layers.Conv2D(3, 2, input_shape=(5, 4, 3), name="a")])
    layers = {"a": [rows(3, 3, 2, 2), np.zeros(3)]}
    attributes = {"keras_version": "2.2.4", "backend": "tensorflow"}
    return [_read(model, layers, reshape=reshape, **attributes) for reshape in (False, True)]
