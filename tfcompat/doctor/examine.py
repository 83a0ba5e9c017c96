"""Looks at this Python and at package metadata; imports neither TensorFlow nor any other package."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import shutil
import sys
from typing import Any

from tfcompat.backend import versions
from tfcompat.backend.environment import LEGACY_KERAS
from tfcompat.doctor.finding import OK, OPTIONAL, PROBLEM, Finding
from tfcompat.doctor.optional import TABLE

PYTHONS = (3, 10), (3, 13)


def examine() -> list[Finding]:
    """Every finding, the most important first."""
    tensorflow = versions.installed("tensorflow")
    found = [_python(), _tensorflow(tensorflow), _tf_keras(tensorflow), _legacy_keras()]
    if tensorflow is not None and importlib.util.find_spec("packaging") is None:
        text = "TensorFlow needs it; without it the versions of numpy and protobuf are not compared."
        found.append(Finding("packaging", "", PROBLEM, text, "pip install packaging"))
    elif tensorflow is not None:
        found += [_required(tensorflow, "numpy"), _required(tensorflow, "protobuf")]
    found.append(_plain("keras", "Keras 3 stays for libraries that use it; old code gets Keras 2 from tf_keras."))
    found += [_optional(*package) for package in TABLE]
    found.append(_gpu())
    return [each for each in found if each is not None]


def _python() -> Finding:
    version = sys.version.split()[0]
    oldest, newest = PYTHONS
    if oldest <= sys.version_info[:2] <= newest:
        return Finding("Python", version, OK, sys.executable)
    text = f"tfcompat is tested with Python {_dotted(oldest)} to {_dotted(newest)}."
    status = PROBLEM if sys.version_info[:2] < oldest else OK
    return Finding("Python", version, status, text)


def _tensorflow(version: str | None) -> Finding:
    if version is None:
        return Finding("tensorflow", "", PROBLEM, "Nothing runs without it.", _command(versions.how_to_install()))
    problem = versions.unsupported(version)
    if problem is not None:
        return Finding("tensorflow", version, PROBLEM, problem, _command(versions.how_to_install()))
    text = (
        "newer than the newest that tfcompat is tested with" if versions.untested(version) else "runs TensorFlow 1 code"
    )
    return Finding("tensorflow", version, OK, text)


def _tf_keras(tensorflow: str | None) -> Finding:
    version = versions.installed("tf_keras")
    wanted = f'pip install --no-deps "tf_keras=={versions.minor(tensorflow)}.*"' if tensorflow else ""
    if version is None:
        text = "tf.layers, tf.nn.rnn_cell and tf.keras of old code need it (Keras 2)."
        return Finding("tf_keras", "", PROBLEM, text, wanted)
    if tensorflow is not None and versions.minor(version) != versions.minor(tensorflow):
        return Finding("tf_keras", version, PROBLEM, f"it is not TensorFlow {versions.minor(tensorflow)}'s.", wanted)
    return Finding("tf_keras", version, OK, "tf.layers, tf.nn.rnn_cell and tf.keras are Keras 2")


def _legacy_keras() -> Finding | None:
    value = os.environ.get(LEGACY_KERAS)
    if value is None or value.lower() in ("1", "true"):
        return None
    text = "tf.layers, tf.nn.rnn_cell and tf.keras will be Keras 3's, or absent."
    return Finding(LEGACY_KERAS, value, PROBLEM, text, f"unset {LEGACY_KERAS}")


def _required(tensorflow: str, name: str) -> Finding:
    """Whether a package is of a version that TensorFlow asks for."""
    version = versions.installed(name)
    wanted = _wanted(name)
    if version is None:
        return Finding(name, "", PROBLEM, "TensorFlow needs it.", f'pip install "{name}{wanted}"')
    if not wanted.contains(version, prereleases=True):
        text = f"TensorFlow {tensorflow} asks for {name}{wanted}."
        return Finding(name, version, PROBLEM, text, f'pip install --no-deps "{name}{wanted}"')
    return Finding(name, version, OK, f"as TensorFlow asks ({wanted})" if str(wanted) else "")


def _wanted(name: str) -> Any:
    """The versions of a package that the installed build of TensorFlow asks for: a `SpecifierSet`."""
    from packaging.requirements import Requirement  # comes with TensorFlow, and is asked for only where that is there
    from packaging.specifiers import SpecifierSet

    for build in versions.BUILDS["tensorflow"]:
        try:
            rows = importlib.metadata.requires(build) or []
        except importlib.metadata.PackageNotFoundError:
            continue
        for each in map(Requirement, rows):
            if each.name == name and each.marker is None:
                return each.specifier
    return SpecifierSet()


def _plain(name: str, text: str) -> Finding | None:
    version = versions.installed(name)
    return None if version is None else Finding(name, version, OK, text)


def _optional(name: str, serves: str, install: str, instead: str) -> Finding:
    version = versions.installed(name)
    if version is None and instead and importlib.util.find_spec(instead) is not None:
        return Finding(name, "", OK, f"{serves}; {instead} does the same here")
    if version is None:
        return Finding(name, "", OPTIONAL, f"needed for {serves}", install)
    return Finding(name, version, OK, serves)


def _gpu() -> Finding:
    device = os.path.exists("/dev/nvidia0") or shutil.which("nvidia-smi") is not None
    version = versions.installed("nvidia-cuda-runtime-cu12") or versions.installed("nvidia-cuda-runtime") or ""
    if not device:
        return Finding("GPU", version, OK, "none here; everything runs on the processor")
    if version or os.path.isdir("/usr/local/cuda"):
        return Finding("GPU", version, OK, "an NVIDIA device and CUDA's libraries are here")
    text = "there is an NVIDIA device, but CUDA's libraries were not found"
    return Finding("GPU", "", OPTIONAL, text, f'pip install "tensorflow[and-cuda]=={versions.installed("tensorflow")}"')


def _command(text: str) -> str:
    return text.removeprefix("run: ")


def _dotted(version: tuple[int, int]) -> str:
    return f"{version[0]}.{version[1]}"
