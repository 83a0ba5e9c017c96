"""Imports TensorFlow the way TensorFlow 1 code needs it, once, when the first such code asks for it."""

from __future__ import annotations

import contextlib
import gc
import sys
import threading
import warnings
from collections.abc import Iterator

from tfcompat.backend import eager_values as eager_values  # declares replacements
from tfcompat.backend import environment, estimator, graph_mode, legacy_keras, numpy_names, replace, versions

# TensorFlow imports all of Keras at its end, half a second that most TensorFlow 1 code never needs; Keras is loaded
# when first touched. SciPy and h5py serve only the old copy of Keras inside TensorFlow, which nothing public uses.
_NOT_NOW = ("tf_keras.src.optimizers", "h5py", "scipy")
_lock = threading.RLock()
_started = False


def start() -> None:
    """TensorFlow imported, Keras 2 asked for, graph mode on, the builders of 1.15 in place.

    Raises:
      ModuleNotFoundError: TensorFlow is not installed.
      ImportError: TensorFlow is older than 2.16 or not a TensorFlow 2.
    """
    global _started
    with _lock:
        if _started:
            return
        load()
        graph_mode.enable()
        replace.apply()
        _print_numbers_as_before()
        numpy_names.give()
        _started = True
        _warn(legacy_keras.remark())
        _warn(legacy_keras.mismatch())


def stop() -> None:
    """TensorFlow 2 again for everybody."""
    global _started
    with _lock:
        if _started:
            replace.undo()
            graph_mode.disable()
            _started = False


def started() -> bool:
    return _started


def load() -> None:
    """TensorFlow imported with Keras 2 asked for, nothing else changed."""
    environment.prepare()
    estimator.watch()
    if "tensorflow" not in sys.modules:
        try:
            with _held_back(), _no_collection():
                import tensorflow
        except ModuleNotFoundError as error:
            if error.name != "tensorflow":
                raise
            text = f"TensorFlow is not installed for {sys.executable}; {versions.how_to_install()}"
            raise ModuleNotFoundError(text, name="tensorflow") from None
    import tensorflow

    version = tensorflow.__version__
    problem = versions.unsupported(version)
    if problem:
        raise ImportError(problem, name="tensorflow")
    if versions.untested(version):
        _warn(f"TensorFlow {version} is newer than the newest that tfcompat was tested with.")


def _print_numbers_as_before() -> None:
    """NumPy 2 shows a scalar in a list as `np.float32(0.5)`; the output of TensorFlow 1's time has `0.5`."""
    import numpy

    if int(numpy.__version__.split(".")[0]) >= 2 and not numpy.get_printoptions()["legacy"]:
        numpy.set_printoptions(legacy="1.25")


@contextlib.contextmanager
def _held_back() -> Iterator[None]:
    """Makes the imports of `_NOT_NOW` fail in the block; TensorFlow allows for each of them to be absent."""
    held = [name for name in _NOT_NOW if name not in sys.modules]
    sys.modules.update(dict.fromkeys(held))  # type: ignore[arg-type]
    try:
        yield
    finally:
        for name in held:
            if sys.modules.get(name, held) is None:
                del sys.modules[name]


@contextlib.contextmanager
def _no_collection() -> Iterator[None]:
    """Keeps the garbage collector from going again and again through modules that stay: a fifth of the start-up."""
    if not gc.isenabled():
        yield
        return
    gc.collect()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        gc.enable()


def _warn(text: str | None) -> None:
    if text:
        warnings.warn(text, RuntimeWarning, stacklevel=3)
