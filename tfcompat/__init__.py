"""TensorFlow 1 notebooks, scripts and projects, unmodified, on today's TensorFlow 2, with the same numbers.

`import tfcompat` as the first line of a script or notebook gives the rest of it, and the project's own modules, the
TensorFlow 1 view; libraries keep TensorFlow 2. `import tfcompat.v1 as tf` gives the TF1 API as a module and changes
no other import.
"""

from __future__ import annotations

import contextlib as _contextlib
import sys as _sys
from collections.abc import Iterator as _Iterator
from types import ModuleType as _ModuleType
from typing import TYPE_CHECKING as _TYPE_CHECKING
from typing import Any as _Any

from tfcompat.hook.entry import imported_plainly as _imported_plainly
from tfcompat.version import VERSION as __version__

if _TYPE_CHECKING:
    from tfcompat.hook.install import install as install
    from tfcompat.hook.install import uninstall as uninstall

__all__ = ["__version__", "install", "load_ipython_extension", "tf2", "uninstall", "unload_ipython_extension"]


@_contextlib.contextmanager
def tf2() -> _Iterator[_ModuleType]:
    """TensorFlow 2 for a block: eager execution, every 2.x behaviour, outside the TensorFlow 1 graph.

        with tfcompat.tf2() as tf:
            print(tf.constant([1.0, 2.0]).numpy())

    Yields:
      The installed `tensorflow` module. What is made inside the block is TensorFlow 2's; hand it to the TensorFlow 1
      graph as NumPy arrays.
    """
    from tfcompat.backend import graph_mode, start

    start.load()
    with graph_mode.as_tf2():
        yield _sys.modules["tensorflow"]


def load_ipython_extension(shell: _Any) -> None:
    """`%load_ext tfcompat`: the notebook's cells see TensorFlow 1, and a line says so."""
    from tfcompat.hook import ipython

    ipython.load(shell)


def unload_ipython_extension(shell: _Any) -> None:
    """`%unload_ext tfcompat`: the cells that follow see the installed TensorFlow."""
    from tfcompat.hook import ipython

    ipython.unload(shell)


def __getattr__(name: str) -> _Any:
    """`install` and `uninstall`, loaded when they are asked for: reading old code needs none of what they load."""
    if name not in ("install", "uninstall"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name)
    from tfcompat.hook import install as _module

    return getattr(_module, name)


if _imported_plainly(_sys._getframe()):
    __getattr__("install")()
