"""TensorFlow 1 snippets whose graphs and numbers are compared with those of TensorFlow 1.15 (Python 3.7 syntax)."""

import importlib
import pkgutil

from .registry import BUILDERS, Builder

for _module in sorted(m.name for m in pkgutil.iter_modules(__path__)):
    importlib.import_module("%s.%s" % (__name__, _module))

__all__ = ["BUILDERS", "Builder"]
