"""The Chinese README has what the English one has: as many headings, the same commands and examples."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CODE = re.compile(r"`([^`\n]+)`")


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def both():
    return read("README.md"), read("README.zh.md")


def headings(text):
    """The level of each heading, in order."""
    return re.findall(r"^(#+) ", re.sub(r"```.*?```", "", text, flags=re.DOTALL), re.MULTILINE)


def commands(text):
    """Every command of the shell, without its comment."""
    blocks = re.findall(r"```console\n(.*?)```", text, re.DOTALL)
    shell = [line.split("#")[0].strip() for block in blocks for line in block.splitlines() if line.startswith("$")]
    inline = [each for each in CODE.findall(text) if re.match(r"(pip|make|tfcompat|bert-tf|python|pytest)\b", each)]
    return shell + inline


def python(text):
    """The code of the examples, without comments."""
    blocks = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    return [re.sub(r"\s*#.*", "", block) for block in blocks]


def test_same_headings(both):
    english, chinese = map(headings, both)
    assert chinese == english


def test_same_commands_and_examples(both):
    english, chinese = both
    assert sorted(commands(chinese)) == sorted(commands(english))
    assert python(chinese) == python(english)


def test_links_lead_somewhere(both):
    for text in both:
        for target in re.findall(r"\]\(([^)#]+)\)", text):
            assert (ROOT / target).exists(), target
