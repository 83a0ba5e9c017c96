"""What goes into a model, checked: each refusal says what was expected and what was received."""

from __future__ import annotations

from typing import Any

import numpy as np
import tensorflow as tf


def ids(name: str, values: Any, count: int, beside: Any = None) -> Any:
    """Whole numbers of rank 2, each from 0 to count - 1, of the same [B,T] as `beside` [B,T,…] where that is known.

    Values are looked at in eager mode only; in a graph see `nan_outside`.

    Raises:
      TypeError: the dtype is not one of whole numbers.
      ValueError: the rank, the shape or a value does not fit.
    """
    values = tf.convert_to_tensor(values)
    if not values.dtype.is_integer:
        raise TypeError(f"{name} are whole numbers (int32 or int64); received {values.dtype.name}.")
    if values.shape.rank is not None and values.shape.rank != 2:
        raise ValueError(f"{name} have the shape [batch, tokens]; received {_shape(values)}.")
    if beside is not None:
        same_tokens(name, values, beside)
    if _is_eager(values) and values.shape.num_elements():
        low, high = int(tf.reduce_min(values)), int(tf.reduce_max(values))
        if low < 0 or high >= count:
            place = np.argwhere((values.numpy() < 0) | (values.numpy() >= count))[0].tolist()
            raise ValueError(f"{name} are from 0 to {count - 1}; received {high if high >= count else low} at {place}.")
    return values


def nan_outside(rows: Any, values: Any, count: int) -> Any:
    """The rows [B,T,H] that were looked up, NaN where an id [B,T] has none; in eager mode `ids` has seen to it.

    In a graph the processor's lookup raises, but XLA's takes the nearest row without a word.
    """
    values = tf.convert_to_tensor(values)
    if _is_eager(values):
        return rows
    inside = (values >= 0) & (values < tf.cast(count, values.dtype))  # [B,T]
    return rows + tf.where(inside, tf.zeros([], rows.dtype), tf.constant(float("nan"), rows.dtype))[..., tf.newaxis]


def length(word: Any, most: int) -> Any:
    """T of [B,T,H], from 1 to `most`.

    Raises:
      ValueError: there is no token, or there are more than positions (InvalidArgumentError if only the run tells).
    """
    known = word.shape[1]
    if known is None:
        dynamic = tf.shape(word)[1]
        text = f"a text has from 1 to {most} tokens (max_position_embeddings)"
        with tf.control_dependencies([tf.debugging.assert_less_equal(dynamic, most, text)]):
            return tf.identity(dynamic)
    if not 1 <= known <= most:
        raise ValueError(f"a text has from 1 to {most} tokens (max_position_embeddings); received {known}.")
    return known


def mask(values: Any, hidden: Any) -> Any:
    """An attention mask of rank 2, 3 or 4 whose sizes fit hidden states [B,T,H].

    Raises:
      ValueError: they do not.
    """
    values = tf.convert_to_tensor(values)
    rank = values.shape.rank
    if rank not in (2, 3, 4, None):
        raise ValueError(f"attention_mask has the rank 2, 3 or 4; received the shape {_shape(values)}.")
    batch, tokens = hidden.shape[0], hidden.shape[1]
    wanted = {2: [batch, tokens], 3: [batch, tokens, tokens], 4: [batch, None, tokens, tokens]}.get(rank, [])
    for size, expected, may_be_one in zip(
        values.shape.as_list() if rank else [], wanted, _ONES[rank or 2], strict=False
    ):
        if None not in (size, expected) and size != expected and not (may_be_one and size == 1):
            raise ValueError(f"attention_mask has the shape {_text(wanted)}; received {_shape(values)}.")
    return values


_ONES = {2: (False, False), 3: (True, True, False), 4: (True, True, True, False)}


def same_tokens(name: str, values: Any, hidden: Any) -> None:
    """Raises ValueError unless `values` [B,T] and `hidden` [B,T,…] agree, as far as their shapes are known."""
    for size, expected in zip(values.shape.as_list()[:2], hidden.shape.as_list()[:2], strict=False):
        if None not in (size, expected) and size not in (expected, 1):
            wanted = _text(hidden.shape.as_list()[:2])
            raise ValueError(f"{name} have the shape {wanted}, as the tokens; received {_shape(values)}.")


def labels(values: Any, count: int, scores: Any, ignored: int | None = -100) -> Any:
    """Whole numbers from 0 to `count - 1`, or `ignored`, one for each row of the scores [..,K].

    Values are looked at in eager mode only.

    Raises:
      TypeError: the dtype is not one of whole numbers.
      ValueError: there is not one for each row, or a value does not fit.
    """
    values = tf.convert_to_tensor(values)
    if not values.dtype.is_integer:
        raise TypeError(f"labels are whole numbers (int32 or int64); received {values.dtype.name}.")
    wanted = scores.shape[:-1]
    if not values.shape.is_compatible_with(wanted) and not values.shape.is_compatible_with([*wanted, 1]):
        raise ValueError(f"labels have the shape {_text(wanted.as_list())}; received {_shape(values)}.")
    if _is_eager(values):
        numbers = values.numpy()
        outside = ((numbers < 0) | (numbers >= count)) & (numbers != ignored)
        if outside.any():
            place = np.argwhere(outside)[0].tolist()
            also = "" if ignored is None else f", or {ignored} to be ignored"
            raise ValueError(f"labels are from 0 to {count - 1}{also}; received {numbers[tuple(place)]} at {place}.")
    return values


def same_numbers(values: Any, scores: Any) -> None:
    """Raises ValueError unless labels that are numbers have the scores' shape [B,K]; for K = 1 [B] will do."""
    fits = [scores.shape] + ([scores.shape[:-1]] if scores.shape[-1] == 1 else [])
    if not any(values.shape.is_compatible_with(each) for each in fits):
        raise ValueError(f"labels have the shape {_text(scores.shape.as_list())}; received {_shape(values)}.")


def places(name: str, values: Any, scores: Any) -> Any:
    """Whole numbers [B], or [B,1], beside scores [B,T].

    Raises:
      TypeError: the dtype is not one of whole numbers.
      ValueError: there is not one for each text.
    """
    values = tf.convert_to_tensor(values)
    if not values.dtype.is_integer:
        raise TypeError(f"{name} are whole numbers (int32 or int64); received {values.dtype.name}.")
    batch = scores.shape[0]
    if not values.shape.is_compatible_with([batch]) and not values.shape.is_compatible_with([batch, 1]):
        raise ValueError(f"{name} have the shape {_text([batch])}; received {_shape(values)}.")
    return values


def _is_eager(values: Any) -> bool:
    return isinstance(values, np.ndarray) or hasattr(values, "numpy") and tf.executing_eagerly()


def _shape(values: Any) -> str:
    return _text(values.shape.as_list() if values.shape.rank is not None else ["?"])


def _text(sizes: list[Any]) -> str:
    return "[" + ", ".join("?" if size is None else str(size) for size in sizes) + "]"
