"""`pkg_resources` of setuptools before 82, as far as tensorflow_hub and pytest ask it."""

from __future__ import annotations

from packaging.version import Version

__all__ = ["fixup_namespace_packages", "parse_version"]


def parse_version(v: str) -> Version:
    """A version that compares with others."""
    return Version(v)


def fixup_namespace_packages(path_item: str, parent: str | None = None) -> None:
    """Nothing: namespace packages need no repair since they are Python's own."""
