"""Checkpoints by variable name, eagerly."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

from tfcompat.backend.internals import context, resource_variable_ops
from tfcompat.backend.v1api import v1


class Saver:
    """`tf.contrib.eager.Saver` of 1.15: saves variables under their names, as `tf.train.Saver` does for graphs.

    Raises:
      RuntimeError: eager execution is not enabled.
    """

    def __init__(self, var_list: Any) -> None:
        if not context.executing_eagerly():
            raise RuntimeError(
                "tfe.Saver can only be used when eager execution is enabled. Use tf.train.Saver when building graphs."
            )
        self._saver = v1.train.Saver(var_list=var_list)

    def save(self, file_prefix: str, global_step: Any = None) -> str:
        """The path of the checkpoint."""
        with v1.device("/device:CPU:0"):
            return str(self._saver.save(None, file_prefix, write_meta_graph=False, global_step=global_step))

    def restore(self, file_prefix: str) -> None:
        with v1.device("/device:CPU:0"):
            self._saver.restore(None, file_prefix)


def get_optimizer_variables(optimizer: Any) -> Any:
    """The variables that an optimizer has made."""
    return optimizer.variables()


@contextlib.contextmanager
def restore_variables_on_create(save_path: str | None, map_func: Callable[[str], str] | None = None) -> Iterator[None]:
    """`tf.contrib.eager.restore_variables_on_create` of 1.15: variables made within start from a checkpoint.

    `map_func` is from a variable's name to the one in the checkpoint. Each value is used once.

    Raises:
      ValueError: eager execution is not enabled, or `map_func` cannot be called.
      NotFoundError: a variable is not in the checkpoint.
    """
    if not context.executing_eagerly():
        raise ValueError("Currently, restore_variables_on_create can only be used with eager execution enabled.")
    if map_func is not None and not callable(map_func):
        raise ValueError("map_func must be callable.")
    if not save_path:
        yield
        return
    reader = v1.train.load_checkpoint(save_path)
    left = dict.fromkeys(reader.get_variable_to_shape_map(), True)

    original = resource_variable_ops.ResourceVariable._init_from_args

    def start(variable: Any, *args: Any, **settings: Any) -> None:
        original(variable, *args, **settings)
        name = variable.name.split(":")[0]
        stored = name if map_func is None else map_func(name)
        if stored not in left:
            raise v1.errors.NotFoundError(None, None, f"{stored} not found in checkpoint")
        if left[stored]:
            variable.assign(reader.get_tensor(stored))
            left[stored] = False

    resource_variable_ops.ResourceVariable._init_from_args = start
    try:
        yield
    finally:
        resource_variable_ops.ResourceVariable._init_from_args = original
