"""Tells the user's own code from libraries: only the former sees TensorFlow 1."""

from __future__ import annotations

import os
import sys
from types import FrameType
from typing import Any

from tfcompat.backend import mode, versions
from tfcompat.hook.installed import is_installed

# Written for TensorFlow 1, and useless with anything else.
TF1_PACKAGES = {
    "baselines", "edward", "keras_contrib", "mesh_tensorflow", "prettytensor", "stable_baselines", "tensor2tensor",
    "tensorpack", "tf_slim", "tflearn",
}  # fmt: skip
# Written for TensorFlow 1 before this major version: import name, distribution, version.
TF1_BEFORE = (("gpflow", "gpflow", 2), ("sonnet", "dm-sonnet", 2), ("tensorlayer", "tensorlayer", 2))
# Written for TensorFlow 2, also where they lie in a folder of the user's; a dotted name is a package inside one.
TF2_PACKAGES = {"bert_tf"}
# These work in whichever view calls them.
NEUTRAL_PACKAGES = {
    "horovod", "numpy", "tensorboard", "tensorflow", "tensorflow_addons", "tensorflow_estimator", "tensorflow_hub",
    "tensorflow_io", "tensorflow_probability", "tensorflow_text", "tf_keras", "tfcompat",
}  # fmt: skip
# These import by a name that their caller wrote as text, as in `mock.patch("tensorflow.get_variable")`.
_FOR_OTHERS = {"mock", "mock.mock", "pkgutil", "unittest.mock"}

tf1_packages: set[str] = set(TF1_PACKAGES)
tf2_packages: set[str] = set(TF2_PACKAGES)
_by_path: dict[str, bool] = {}


def name_packages(tf1: tuple[str, ...] = (), tf2: tuple[str, ...] = ()) -> None:
    """Adds packages that are to see TensorFlow 1, or TensorFlow 2, wherever they are installed."""
    for name, distribution, major in TF1_BEFORE:
        version = versions.installed(distribution)
        if version is not None and int(version.split(".")[0]) < major:
            tf1_packages.add(name)
    tf1_packages.update(tf1)
    tf1_packages.difference_update(tf2)
    tf2_packages.update(tf2)
    tf2_packages.difference_update(tf1)
    _by_path.clear()


def forget_packages() -> None:
    """Only the packages known by default."""
    tf1_packages.clear()
    tf1_packages.update(TF1_PACKAGES)
    tf2_packages.clear()
    tf2_packages.update(TF2_PACKAGES)
    _by_path.clear()


def sees_tf1(namespace: dict[str, Any] | None, frame: FrameType | None) -> bool:
    """Whether code with these globals is the user's; code without a file is judged by who called it."""
    while True:
        if namespace is not None:
            name = namespace.get("__name__")
            if name in _FOR_OTHERS and frame is not None:
                return mode.tf1_active()
            top = name.partition(".")[0] if isinstance(name, str) else ""
            if top in tf1_packages:
                return True
            if top in tf2_packages or (isinstance(name, str) and _inside(name, tf2_packages)):
                return False
            if name == "__main__":
                return True
            path = namespace.get("__file__")
            if isinstance(path, str):
                return is_user_file(path)
            if isinstance(namespace.get("__spec__"), object) and top in sys.builtin_module_names:
                return False
        if frame is None:
            return False
        code_path = frame.f_code.co_filename
        if code_path and not code_path.startswith("<"):
            return is_user_file(code_path)
        frame = frame.f_back
        namespace = frame.f_globals if frame is not None else None


def _inside(name: str, packages: set[str]) -> bool:
    """Whether a module lies in one of the packages that are named with dots."""
    return any(name == each or name.startswith(f"{each}.") for each in packages if "." in each)


def is_user_file(path: str) -> bool:
    """Whether a source file is outside Python, its installed packages and tfcompat."""
    known = _by_path.get(path)
    if known is None:
        known = _by_path[path] = not path.startswith("<frozen") and not is_installed(os.path.abspath(path))
    return known
