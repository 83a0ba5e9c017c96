"""The page: one file with its script, its style and its data inside."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from pathlib import Path
from string import Template

FOLDER = Path(__file__).parent
_IMPORT = re.compile(r'^import [^;]*? from "\./(\w+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class)\b)", re.MULTILINE)
# What would end the element that holds the data, or means something to HTML, as JSON writes it otherwise.
_IN_HTML = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def build(kind: str, title: str, data: str) -> str:
    """The page of one kind of view, ASCII.

    Args:
      kind: the module in this folder whose function of the same name draws the data.
      data: JSON.
    """
    style = _text("page.css")
    script = f'{bundle(kind)}\nopen("{kind}", {kind});\n'
    page = Template(_text("page.html")).substitute(
        policy=html.escape(policy(script, style)),
        title=html.escape(title),
        style=style,
        data=data.translate(_IN_HTML),
        script=script,
    )
    return page.encode("ascii", "xmlcharrefreplace").decode("ascii")


def policy(script: str, style: str) -> str:
    """The Content-Security-Policy that lets this script and this style run, and nothing else happen."""
    return (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def bundle(kind: str) -> str:
    """A module after all that it imports, as one module: without `import` and `export`, which a lone page lacks."""
    texts: dict[str, str] = {}

    def add(name: str) -> None:
        if name in texts:
            return
        text = _text(f"{name}.js")
        for needed in _IMPORT.findall(text):
            add(needed)
        texts[name] = _EXPORT.sub("", _IMPORT.sub("", text)).strip()

    add("open")
    add(kind)
    return "\n\n".join(texts.values())


def _text(name: str) -> str:
    return (FOLDER / name).read_text(encoding="ascii")


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("ascii")).digest()).decode("ascii")
