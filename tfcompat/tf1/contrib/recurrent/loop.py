"""`Recurrent`: a function of parameters, state and inputs, applied over time, with a gradient of its own if given."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.v1api import v1

__all__ = ["Recurrent"]


def Recurrent(  # noqa: N802 (1.15's name)
    theta: Any,
    state0: Any,
    inputs: Any,
    cell_fn: Callable[..., Any],
    cell_grad: Callable[..., Any] | None = None,
    extras: Any = None,
    max_input_length: Any = None,
    use_tpu: bool = False,
    aligned_end: bool = False,
) -> tuple[Any, Any]:
    """The states after all steps, a nest of `[time, …]`, and the last one.

    `cell_fn(theta, state, inputs)` gives `(state, extras)`, for nests of tensors; `cell_grad(theta, state, inputs,
    extras, dstate)` the gradients of its first three arguments. With `max_input_length` only the first steps are
    made (the last ones with `aligned_end`), and the states of the others are zeros. `use_tpu` changes nothing.
    """
    steps = v1.shape(v1.nest.flatten(inputs)[0])[0]
    count = steps if max_input_length is None else v1.cast(max_input_length, v1.int32)
    first = steps - count if aligned_end else v1.constant(0)
    after = steps if aligned_end else count
    step = cell_fn if cell_grad is None else _with_gradient(cell_fn, cell_grad)
    flat_state = [v1.convert_to_tensor(each) for each in v1.nest.flatten(state0)]
    read = v1.nest.map_structure(_as_array, inputs)
    arrays = [
        v1.TensorArray(each.dtype, size=count, element_shape=each.shape, clear_after_read=False) for each in flat_state
    ]

    def body(time: Any, state: list[Any], arrays: list[Any]) -> Any:
        now = v1.nest.map_structure(lambda each: each.read(time), read)
        new_state, _ = step(theta, v1.nest.pack_sequence_as(state0, state), now)
        flat = v1.nest.flatten(new_state)
        for new, old in zip(flat, state, strict=True):
            new.set_shape(old.shape)
        written = [array.write(time - first, new) for array, new in zip(arrays, flat, strict=True)]
        return time + 1, flat, written

    _, last, arrays = v1.while_loop(lambda time, *_: time < after, body, (first, flat_state, arrays))
    history = [_padded(array.stack(), first, steps - after) for array in arrays]
    return v1.nest.pack_sequence_as(state0, history), v1.nest.pack_sequence_as(state0, last)


def _as_array(values: Any) -> Any:
    """Over time; unlike that of a gather its gradient is dense."""
    values = v1.convert_to_tensor(values)
    return v1.TensorArray(values.dtype, size=v1.shape(values)[0], element_shape=values.shape[1:]).unstack(values)


def _padded(states: Any, before: Any, after: Any) -> Any:
    """Zeros for the steps that were not made."""
    paddings = v1.concat([[v1.stack([before, after])], v1.zeros([v1.rank(states) - 1, 2], v1.int32)], 0)
    padded = v1.pad(states, paddings)
    padded.set_shape([None, *states.shape[1:]])
    return padded


def _with_gradient(cell_fn: Callable[..., Any], cell_grad: Callable[..., Any]) -> Callable[..., Any]:
    """`cell_fn` with the gradient that `cell_grad` computes."""

    def step(theta: Any, state: Any, inputs: Any) -> Any:
        structure = (theta, state, inputs)
        made: list[Any] = []

        @v1.custom_gradient
        def flat(*args: Any) -> Any:
            given = v1.nest.pack_sequence_as(structure, list(args))
            new_state, extras = cell_fn(*given)
            made[:] = [new_state, extras]

            def gradient(*grads: Any) -> list[Any]:
                found = cell_grad(*given, extras, v1.nest.pack_sequence_as(new_state, list(grads)))
                return _or_zeros(v1.nest.flatten(found), args)

            return v1.nest.flatten(new_state), gradient

        outputs = flat(*v1.nest.flatten(structure))
        outputs = list(outputs) if isinstance(outputs, (list, tuple)) else [outputs]
        return v1.nest.pack_sequence_as(made[0], outputs), made[1]

    return step


def _or_zeros(grads: list[Any], values: Any) -> list[Any]:
    return [v1.zeros_like(value) if grad is None else grad for grad, value in zip(grads, values, strict=True)]
