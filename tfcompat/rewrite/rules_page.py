"""The page of all rules, made from the rules themselves: `python -m tfcompat.rewrite.rules_page` writes RULES.md."""

from __future__ import annotations

from pathlib import Path

from tfcompat.rewrite import fixers
from tfcompat.rewrite.finding import Rule

PAGE = Path(__file__).with_name("RULES.md")
_HEAD = """# Rules of `tfcompat check` and `tfcompat upgrade`

Made from the rules by `python -m tfcompat.rewrite.rules_page`. Choose rules with `--select` and `--ignore`, leave one
out on a line with `# tfcompat: ignore[rule]`, or in a file with `# tfcompat: ignore-file[rule]`.
"""


def page() -> str:
    """The whole page."""
    rules = fixers.rules().values()
    index = "".join(f"- [{rule.id}](#{rule.id}): {rule.title}\n" for rule in rules)
    return "\n".join([_HEAD, index, *map(_section, rules)])


def _section(rule: Rule) -> str:
    title = rule.title[0].upper() + rule.title[1:]
    after = f"becomes\n\n{_code(rule.becomes)}" if rule.becomes else "is for you to decide.\n"
    return f"## {rule.id}\n\n{title}. {rule.why}\n\n{_code(rule.code)}\n{after}"


def _code(text: str) -> str:
    return "".join(f"    {line}\n" if line else "\n" for line in text.rstrip("\n").split("\n"))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
