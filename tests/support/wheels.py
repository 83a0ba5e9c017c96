"""Wheels without an index: of this checkout, and of what is installed beside the tests."""

from __future__ import annotations

import importlib.metadata
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]
SOURCES = ("tfcompat", "bert_tf", "setup.cfg", "pyproject.toml", "README.md", "LICENSE")
# pip's own notes about how a package came to be installed; and what Python compiled from it.
NOT_PACKED = re.compile(r"(^\.\.)|\.pyc$|\.dist-info/(INSTALLER|REQUESTED|direct_url\.json)$")


def lacking() -> list[str]:
    """The names of the packages, besides this one, that `make wheelhouse` gathers."""
    (row,) = re.findall(r"^LACKING = (.*)$", (CHECKOUT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    return [requirement.partition("==")[0] for requirement in row.split()]


def of_this_checkout(folder: Path, workplace: Path) -> None:
    """Builds this package's wheel into `folder`, from a copy of its sources."""
    for name in SOURCES:
        source = CHECKOUT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, workplace / name)
    options = ["--quiet", "--no-deps", "--no-index", "--no-build-isolation", "--wheel-dir", str(folder)]
    subprocess.run([sys.executable, "-m", "pip", "wheel", *options, str(workplace)], check=True)


def of_installed(name: str, folder: Path) -> None:
    """Packs an installed pure-Python package as the wheel that it was installed from."""
    package = importlib.metadata.distribution(name)
    tags = re.findall(r"^Tag: (.*)$", package.read_text("WHEEL") or "", re.MULTILINE)
    assert all(tag.endswith("-none-any") for tag in tags), f"{name} is not pure Python: {tags}"
    tag = ".".join(tag.partition("-")[0] for tag in tags) + "-none-any"
    stem = re.sub(r"[-_.]+", "_", package.metadata["Name"])
    with zipfile.ZipFile(folder / f"{stem}-{package.version}-{tag}.whl", "w") as wheel:
        for file in package.files or ():
            if not NOT_PACKED.search(file.as_posix()):
                wheel.write(file.locate(), file.as_posix())
