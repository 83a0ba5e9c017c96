"""What was given to `fit`, `evaluate`, `predict` and the methods for generators: what it is, and under which names."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.keras.legacy import convert, tables


def check_steps(name: str, x: Any, steps: int | None, validation_split: float = 0.0) -> None:
    """Raises a ValueError where tensors are the data and nothing says how often to take a batch of them."""
    each = x.values() if isinstance(x, dict) else x if isinstance(x, (list, tuple)) else [x]
    if not any(isinstance(one, v1.Tensor) for one in each):
        return
    if steps is None:
        raise ValueError(
            f"If your data is in the form of symbolic tensors, you should specify the `{name}` argument (instead of "
            "the `batch_size` argument, because symbolic tensors are expected to produce batches of input data)."
        )
    if validation_split:
        raise ValueError("If your data is in the form of symbolic tensors, you cannot use `validation_split`.")


def is_dataset(x: Any) -> bool:
    """Whether data are a dataset of TensorFlow's."""
    first = x[0] if isinstance(x, (list, tuple)) and x else x
    return isinstance(first, v1.data.Dataset)


def generator_arguments(name: str, generator: Any, args: Any, kwargs: Any, words: str) -> dict[str, Any]:
    """The keywords of a call, with those of Keras 1 under their new names.

    Keras 1 counted samples where Keras 2 counts batches; as in 2.3.1, only a generator that knows its batch size turns
    the one into the other.
    """
    kwargs = dict(kwargs)
    kwargs.update(zip(words.split(), args, strict=False))
    changed = "samples_per_epoch" in kwargs
    if changed:
        size = getattr(generator, "batch_size", 1)
        kwargs["steps_per_epoch"] = kwargs.pop("samples_per_epoch") // size
    if changed or {"val_samples", "nb_epoch", "nb_val_samples", "nb_worker"}.intersection(kwargs):
        convert.warn(
            "The semantics of the Keras 2 argument `steps_per_epoch` is not the same as the Keras 1 argument "
            "`samples_per_epoch`. `steps_per_epoch` is the number of batches to draw from the generator at each "
            "epoch. Basically steps_per_epoch = samples_per_epoch/batch_size. Similarly "
            "`nb_val_samples`->`validation_steps` and `val_samples`->`steps` arguments have changed. Update your "
            "method calls accordingly."
        )
    shown = () if generator is None else (generator,)
    return convert.rename(name, shown, kwargs, tables.GENERATOR_METHODS, changed)
