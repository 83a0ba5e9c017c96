"""Lines of a notebook that would bring TensorFlow 1 back: `%tensorflow_version 1.x`, `!pip install tensorflow==1.15`.

Other packages on such a line are still installed.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_INSTALLER = re.compile(
    r"(?P<head>[!%][ \t]*(?:sudo[ \t]+(?:-H[ \t]+)?)?(?:python[\d.]*[ \t]+-m[ \t]+)?(?:pip[\d.]*|conda|mamba))[ \t]+"
    r"(?P<verb>install|uninstall|remove)\b(?P<rest>.*)$"
)
_GOES_ON = re.compile(r"\s*\\\n\s*")
_VERSION_MAGIC = re.compile(r"%tensorflow_version\b.*$")
# By the package's name; a pattern for the version that alone is left out, or None for any.
LEFT_OUT: dict[str, str | None] = {
    "keras": None,
    "numpy": r"[=<~]=?\s*1(\.|$)|<\s*=?\s*[12](\.0)*$",
    "protobuf": r"[=<~]=?\s*[34]\.",
    "tensorflow": None,
    "tensorflow-cpu": None,
    "tensorflow-estimator": None,
    "tensorflow-gpu": None,
    "tensorboard": None,
    "tf-nightly": None,
    "tf-nightly-gpu": None,
}
_WITH_VALUE = frozenset(
    "-c --channel -f --find-links -i --index-url --extra-index-url -r --requirement -t --target -n --name -p "
    "--prefix".split()
)


class Line(NamedTuple):
    """`command`: what is left to run, or nothing; `remark`: what was left out, for the user."""

    command: str
    remark: str


def without_old_tensorflow(line: str) -> Line | None:
    """The line without what would change TensorFlow, Keras or NumPy; None for a line that changes none of them."""
    line = _GOES_ON.sub(" ", line)
    if _VERSION_MAGIC.match(line):
        return Line("", f"{line.strip()} is not needed: this notebook sees TensorFlow 1.15")
    match = _INSTALLER.match(line)
    if match is None:
        return None
    command, *others = re.split(r"(\s*(?:&&|\|\||[;|>]|2>).*)", match["rest"], maxsplit=1)
    kept, dropped, packages = [], [], 0
    words = command.split()
    for word, before in zip(words, ["", *words], strict=False):
        if word.startswith("-") or before in _WITH_VALUE:
            kept.append(word)
        elif _is_left_out(word, match["verb"]):
            dropped.append(word)
        else:
            kept.append(word)
            packages += 1
    if not dropped:
        return None
    packages += sum(word in ("-r", "--requirement", "-e", "--editable") for word in kept)
    left = " ".join([match["head"], match["verb"], *kept]) + "".join(others) if packages else ""
    verb = "installed" if match["verb"] == "install" else "removed"
    return Line(left, f"{', '.join(dropped)} is not {verb}: this notebook runs on the TensorFlow that is here")


def _is_left_out(word: str, verb: str) -> bool:
    match = re.match(r"['\"]?([A-Za-z0-9._-]+)(?:\[[^]]*\])?(.*?)['\"]?$", word)
    if match is None:
        return bool(re.search(r"/tensorflow(_gpu)?-[\d.]+", word))
    name = match[1].lower().replace("_", "-")
    if re.match(r"https?", name) or "/" in word:
        return bool(re.search(r"/tensorflow(_gpu|_cpu)?-\d", word))
    if name not in LEFT_OUT:
        return False
    pattern = LEFT_OUT[name]
    return pattern is None or verb != "install" or bool(re.search(pattern, match[2]))
