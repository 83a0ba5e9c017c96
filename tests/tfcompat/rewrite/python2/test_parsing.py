"""The engine's tree, as the engine's own driver makes it."""

from pathlib import Path
from typing import Any

import pytest

from tfcompat.rewrite.python2 import engine, parsing

TEXTS = [
    "",
    "x = 1",
    "print 'a', b ,; exec 'c' in d",
    "if a:\n    # inside\n    pass\n# behind\nelse :\n\n  try: f( x , ** k )\n  except E, e: raise E, 'a'\n",
    "x = a if b else lambda (c, d), *e: `c` <> 0777L\ny = [i \\\n  for i in 1, 2]\n",
    '@a.b(c)\nclass D(E):\n\t"""long\n  text"""\n\tdef f(self, g=1, *h):\n\t\tyield self.i[1:2, ...]\n',
    "def f():\n  return {1: 2 ** -3, u'\u00e9': not a is not b}\n\n\n  # the end",
]
UNREADABLE = ["x = (1", "1 +", "print >>", "def f(:\n  pass", "'''a"]


def _grammar() -> Any:
    return engine.part("pygram").python_grammar


def _leaves(tree: Any) -> list[tuple[Any, ...]]:
    return [
        (
            type(each).__name__,
            each.type,
            getattr(each, "value", None),
            each.prefix,
            each.get_lineno(),
            len(each.children),
        )
        for each in tree.pre_order()
    ]


def _by_driver(text: str) -> Any:
    driver = engine.part("pgen2.driver").Driver(_grammar(), convert=engine.part("pytree").convert)
    return driver.parse_string(text)


@pytest.mark.parametrize("text", [*TEXTS, Path(parsing.__file__).read_text(encoding="utf-8")])
def test_the_tree_is_the_driver_s(text: str) -> None:
    found, wanted = parsing.Parser(_grammar()).tree(text + "\n"), _by_driver(text + "\n")
    assert _leaves(found) == _leaves(wanted)
    assert found.used_names == wanted.used_names
    assert str(found) == text + "\n"


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_the_driver_does_not_read(text: str) -> None:
    with pytest.raises(Exception):  # noqa: B017  each stage of the engine has its own
        _by_driver(text + "\n")
    with pytest.raises(Exception):  # noqa: B017
        parsing.Parser(_grammar()).tree(text + "\n")
