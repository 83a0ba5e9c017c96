"""What is installed, read from package metadata: no import of TensorFlow."""

from __future__ import annotations

OLDEST, NEWEST = (2, 16), (2, 21)
BUILDS = {"tensorflow": ("tensorflow", "tensorflow-cpu", "tensorflow-intel", "tensorflow-rocm", "tf-nightly")}


def installed(package: str) -> str | None:
    """The version of `package`, whichever of its builds is installed, or None."""
    import importlib.metadata  # loads the email package, which most commands do without

    for name in BUILDS.get(package, (package,)):
        try:
            return importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue
    return None


def minor(version: str) -> str:
    """`2.21.0` -> `2.21`."""
    return ".".join(version.split(".")[:2])


def how_to_install() -> str:
    """The command that gives this Python a TensorFlow that fits."""
    return f'run: pip install "tensorflow>={_text(OLDEST)},<{NEWEST[0]}.{NEWEST[1] + 1}" tf_keras'


def unsupported(version: str) -> str | None:
    """One sentence if tfcompat cannot work on this TensorFlow, or None."""
    parts = _parts(version)
    if len(parts) == 2 and parts >= OLDEST:
        return None
    if parts[:1] == (1,):
        return f"TensorFlow {version} is installed: it runs TensorFlow 1 code by itself, without tfcompat."
    return (
        f"tfcompat needs TensorFlow {_text(OLDEST)} to {_text(NEWEST)}, and {version} is installed; {how_to_install()}"
    )


def untested(version: str) -> bool:
    """Whether it is newer than the newest that tfcompat is tested with."""
    return _parts(version) > NEWEST


def _parts(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".")[:2] if part.isdigit())


def _text(version: tuple[int, int]) -> str:
    return f"{version[0]}.{version[1]}"
