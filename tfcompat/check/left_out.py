"""Findings that the user does not want: by rule, and by `# tfcompat: ignore[rule]` on their line."""

from __future__ import annotations

import re
from collections.abc import Collection

_COMMENT = re.compile(r"#\s*tfcompat:\s*ignore(?P<file>-file)?(?:\[(?P<rules>[^\]]*)\])?")


class UnknownRule(ValueError):
    """A rule that there is none of; the text lists those there are."""


def checked(names: Collection[str], known: Collection[str]) -> frozenset[str]:
    """Rule names from the user.

    Raises:
      UnknownRule: one of them is no rule.
    """
    for name in names:
        if name not in known:
            raise UnknownRule(f"there is no rule {name!r}; the rules are {', '.join(sorted(known))}")
    return frozenset(names)


def wanted(rule: str, select: Collection[str], ignore: Collection[str]) -> bool:
    return (not select or rule in select) and rule not in ignore


def by_comment(line: str, rule: str) -> bool:
    """Whether a comment on the line leaves out a finding of the rule."""
    return any(_names(match, rule) for match in _COMMENT.finditer(line) if not match["file"])


def whole_file(text: str, rule: str) -> bool:
    """Whether a comment `# tfcompat: ignore-file` leaves the rule out of all the file."""
    if "ignore-file" not in text:
        return False
    return any(_names(match, rule) for match in _COMMENT.finditer(text) if match["file"])


def _names(match: re.Match[str], rule: str) -> bool:
    rules = match["rules"]
    return rules is None or rule in {each.strip() for each in rules.split(",")}
