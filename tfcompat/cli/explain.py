"""`tfcompat explain ['TEXT' | FILE]`: an error message, a traceback or a TensorFlow 1 name in, cause and fix out."""

from __future__ import annotations

import argparse
import locale
import os
import sys
from typing import Any

from tfcompat.explain import chinese, search
from tfcompat.explain.row import Row
from tfcompat.symbols import vocabulary
from tfcompat.symbols.explain import explain_missing
from tfcompat.symbols.lookup import lookup, nearest
from tfcompat.symbols.symbol import GONE, PACKAGE

LABELS = {
    "en": ("What happened", "What to do", "More: README, “{}”"),
    "zh": ("原因", "办法", "详见 README.zh.md“{}”一节"),
}
UNKNOWN = {
    "en": (
        "tfcompat cannot explain this. The nearest it knows:",
        "tfcompat cannot explain this and knows nothing near it.",
    ),
    "zh": ("tfcompat 不能解释这个错误。已知的最接近的是：", "tfcompat 不能解释这个错误，也没有与它接近的。"),
}
NAMES = {
    "en": (
        "No release of TensorFlow 1 had tf.{}. The nearest names: {}",
        "tf.{}{}: under tfcompat it is served by {}.",
        "{}",
    ),
    "zh": (
        "TensorFlow 1 的任何版本都没有 tf.{}。最接近的名字：{}",
        "tf.{}{}：在 tfcompat 下由 {} 提供。",
        "在 tfcompat 下没有这个名字，原因和替代办法：\n{}",
    ),
}


def add_to(commands: Any) -> None:
    parser = commands.add_parser(
        "explain",
        help="what an error means and what to do",
        description="Explains an error message, a whole traceback (given, in a file, or on standard input), or says "
        "where a name of TensorFlow 1 went.",
    )
    parser.add_argument("text", nargs="*", metavar="TEXT | FILE", help="without it, standard input is read")
    parser.add_argument("--lang", choices=("en", "zh"), help="the language of the answer; by default the locale's")
    parser.set_defaults(call=call)


def call(chosen: argparse.Namespace) -> int:
    """Returns 0 for an answer, 1 for none, 2 for what cannot be read."""
    language = chosen.lang or _language()
    text = " ".join(chosen.text)
    try:
        if not text or text == "-":
            text = sys.stdin.read()
        elif os.path.isfile(text):
            with open(text, encoding="utf-8", errors="replace") as file:
                text = file.read()
    except OSError as error:
        print(f"tfcompat explain: {text} cannot be read: {error.strerror}", file=sys.stderr)
        return 2
    if not text.strip():
        print("tfcompat explain: nothing to explain; give an error message, a traceback or a name.", file=sys.stderr)
        return 2
    row = search.find(text)
    if row is not None:
        print(_answer(row, language))
        return 0
    if search.is_name(text):
        return _explain_name(text.strip().removesuffix("()"), language)
    near = search.nearest(text)
    print(UNKNOWN[language][0 if near else 1])
    for each in near:
        print(f"  {each.example}")
    return 1


def _answer(row: Row, language: str) -> str:
    what, todo, more = LABELS[language]
    shown = chinese.translated(row) if language == "zh" else row
    return f"{what}: {shown.what}\n{todo}: {shown.todo}\n{more.format(shown.section)}"


def _explain_name(name: str, language: str) -> int:
    unknown, served, gone = NAMES[language]
    symbol = lookup(name)
    plain = vocabulary.plain(name)
    if symbol is None:
        close = ", ".join(f"tf.{each}" for each in nearest(plain)) or "none"
        print(unknown.format(plain, close))
        return 1
    if symbol.served in (GONE, PACKAGE):
        print(gone.format(explain_missing(plain)))
    else:
        arguments = f"({', '.join(symbol.arguments)})" if symbol.arguments else ""
        print(served.format(plain, arguments, symbol.target))
    return 0


def _language() -> str:
    names = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    chosen = next((name for name in names if name), "") or (locale.getlocale()[0] or "")
    return "zh" if chosen.lower().startswith(("zh", "chinese")) else "en"
