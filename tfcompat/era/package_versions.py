"""`pkg_resources` of setuptools before 82, as far as tensorflow_hub asks it."""

from __future__ import annotations

from packaging.version import Version

__all__ = ["parse_version"]


def parse_version(v: str) -> Version:
    """A version that compares with others."""
    return Version(v)
