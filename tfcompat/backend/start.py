"""Imports TensorFlow the way TensorFlow 1 code needs it, once, when the first such code asks for it."""

from __future__ import annotations

import sys
import threading
import warnings

from tfcompat.backend import eager_values as eager_values  # declares replacements
from tfcompat.backend import environment, graph_mode, legacy_keras, numpy_names, replace, versions

_KERAS = "tf_keras.src.optimizers"
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
    # TensorFlow imports all of Keras at its end, half a second that most TensorFlow 1 code never needs. A None in
    # sys.modules makes that one import fail, which TensorFlow allows for; Keras is loaded when first touched.
    held_back = "tensorflow" not in sys.modules and _KERAS not in sys.modules
    if held_back:
        sys.modules[_KERAS] = None  # type: ignore[assignment]
    try:
        import tensorflow
    except ModuleNotFoundError as error:
        if error.name != "tensorflow":
            raise
        text = f"TensorFlow is not installed for {sys.executable}; {versions.how_to_install()}"
        raise ModuleNotFoundError(text, name="tensorflow") from None
    finally:
        if held_back:
            sys.modules.pop(_KERAS, None)
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


def _warn(text: str | None) -> None:
    if text:
        warnings.warn(text, RuntimeWarning, stacklevel=3)
