"""`tf.keras.utils.multi_gpu_model`: one model on several GPUs, each with a slice of the batch."""

from __future__ import annotations

import collections
from typing import Any

from tfcompat.backend.v1api import keras, v1


def multi_gpu_model(model: Any, gpus: Any, cpu_merge: bool = True, cpu_relocation: bool = False) -> Any:
    """A model whose outputs are the replicas' outputs put together on the CPU, or on the first GPU."""
    ids = list(gpus) if isinstance(gpus, (list, tuple)) else list(range(gpus))
    _check(gpus, ids)
    layers = keras().layers
    if cpu_relocation:
        with v1.device("/cpu:0"):
            model = keras().models.clone_model(model)
    all_outputs: list[list[Any]] = [[] for _ in model.outputs]
    for at, gpu in enumerate(ids):
        with v1.device(f"/gpu:{gpu}"), keras().backend.name_scope(f"replica_{gpu}"):
            inputs = []
            for each in model.inputs:
                shape = tuple(each.shape.as_list())[1:]
                part = layers.Lambda(_slice_of_batch, output_shape=shape, arguments={"i": at, "parts": len(ids)})
                inputs.append(part(each))
            outputs = model(inputs)
            for gathered, output in zip(all_outputs, outputs if isinstance(outputs, list) else [outputs], strict=True):
                gathered.append(output)
    with v1.device("/cpu:0" if cpu_merge else f"/gpu:{ids[0]}"):
        merged = [
            layers.concatenate(outputs, axis=0, name=name)
            for name, outputs in zip(_distinct(model.output_names), all_outputs, strict=True)
        ]
        return keras().Model(model.inputs, merged)


def _check(gpus: Any, ids: list[int]) -> None:
    if len(ids) <= 1:
        call = "len(gpus)" if isinstance(gpus, (list, tuple)) else "gpus"
        raise ValueError(
            f"For multi-gpu usage to be effective, call `multi_gpu_model` with `{call} >= 2`. Received: `gpus={gpus}`"
        )
    wanted = ["/cpu:0", *(f"/gpu:{gpu}" for gpu in ids)]
    available = ["/" + each.name.lower().split("device:")[1] for each in keras().backend.get_session().list_devices()]
    if not set(wanted) <= set(available):
        raise ValueError(
            f"To call `multi_gpu_model` with `gpus={gpus}`, we expect the following devices to be available: {wanted}. "
            f"However this machine only has: {available}. Try reducing `gpus`."
        )


def _slice_of_batch(data: Any, i: int, parts: int) -> Any:
    """The i-th of `parts` slices of the batch; the last one takes the rest."""
    shape = v1.shape(data)
    batch, rest = shape[:1], shape[1:]
    step = batch // parts
    size = batch - step * i if i == parts - 1 else step
    size = v1.concat([size, rest], axis=0)
    start = v1.concat([step, rest * 0], axis=0) * i
    return v1.slice(data, start, size)


def _distinct(names: list[str]) -> list[str]:
    """The names, numbered where one occurs twice."""
    counts = collections.Counter(names)
    seen: collections.Counter[str] = collections.Counter()
    distinct = []
    for name in names:
        seen[name] += 1
        distinct.append(f"{name}_{seen[name]}" if counts[name] > 1 else name)
    return distinct
