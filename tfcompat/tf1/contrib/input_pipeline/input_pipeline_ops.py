"""`obtain_next` and `seek_next`: strings in turn. 1.15 had a kernel that counted; here an assignment does."""

from __future__ import annotations

import random
from typing import Any

from tfcompat.backend.v1api import v1


def obtain_next(string_list_tensor: Any, counter: Any) -> Any:
    """`tf.contrib.input_pipeline.obtain_next` of 1.15: the string after the last one, a scalar.

    `string_list_tensor` is a string vector; `counter`, an int64 variable, is moved on, and starts again at its end.
    """
    strings = v1.convert_to_tensor(string_list_tensor)
    size = v1.size(strings, out_type=v1.int64)
    place = v1.assign(counter, v1.mod(v1.convert_to_tensor(counter) + 1, size))
    return v1.gather(strings, place)


def seek_next(string_list: Any, shuffle: bool = False, seed: Any = None, num_epochs: int | None = None) -> Any:
    """The next string of a list, again and again; OutOfRangeError after `num_epochs` times through it."""
    strings = _expanded(string_list, shuffle, seed, num_epochs)
    with v1.variable_scope("obtain_next"):
        start = v1.constant(-1, dtype=v1.int64)
        counter = v1.get_variable(
            name="obtain_next_counter", initializer=start, dtype=v1.int64, trainable=False, use_resource=False
        )
        with v1.colocate_with(counter):
            listed = v1.get_variable(
                name="obtain_next_expanded_list",
                initializer=v1.constant(strings),
                dtype=v1.string,
                trainable=False,
            )
        if not num_epochs:
            return obtain_next(listed, counter)
        read = v1.get_variable(
            name="obtain_next_filename_counter",
            initializer=v1.constant(0, dtype=v1.int64),
            dtype=v1.int64,
            trainable=False,
            use_resource=False,
        )
        with v1.control_dependencies([read.count_up_to(len(strings))]):
            return obtain_next(listed, counter)


def _expanded(string_list: Any, shuffle: bool, seed: Any, num_epochs: int | None) -> list[Any]:
    if shuffle and seed:
        random.seed(seed)
    expanded: list[Any] = []
    for _ in range(num_epochs or 1):
        if shuffle:
            random.shuffle(string_list)
        expanded += string_list
    return expanded
