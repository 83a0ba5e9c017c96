"""What a departure may come from: the first operation, seed, fed value or source line that the two sides differ in."""

from __future__ import annotations

import difflib
import json
from dataclasses import dataclass
from typing import Any

from tfcompat.rewrite import upgrade_source
from tfcompat.verify.recording import Line, Operation, Recording

SEED, CONSTANT, DTYPE, OPERATION, FEED, SOURCE = "seed", "constant", "dtype", "operation", "feed", "source"

# Operations that compute the same under another type.
_TODAY = {"Add": "AddV2", "BatchMatMul": "BatchMatMulV2", "BatchMatMulV3": "BatchMatMulV2", "RefSwitch": "Switch"}


@dataclass(frozen=True)
class Cause:
    """One difference that may explain a departure; `line` is of the new side, `old_line` of the old one."""

    kind: str
    what: str
    line: Line | None
    old_line: Line | None


def suspects(old: Recording, new: Recording) -> tuple[Cause, ...]:
    """Likely causes, the likeliest first: seeds given, then the graphs in the order of making, feeds, the source."""
    seeds = list(_seeds(old, new))
    found = [*seeds, *_graphs(old, new, bool(seeds)), *_feeds(old, new)]
    return (*_with_source(old, new, found), *found[:8])


def _seeds(old: Recording, new: Recording) -> list[Cause]:
    for (a, old_line), (b, line) in zip(old.seeds, new.seeds, strict=False):
        if a != b:
            return [Cause(SEED, f"the graph's seed {a} became {b}", line, old_line)]
    if len(old.seeds) != len(new.seeds):
        lines = (new.seeds or old.seeds)[0][1]
        return [Cause(SEED, f"{len(old.seeds)} seeds given to graphs became {len(new.seeds)}", lines, None)]
    return []


def _graphs(old: Recording, new: Recording, seeded: bool) -> list[Cause]:
    causes = []
    for number, operations in old.operations.items():
        theirs = {each.name: each for each in new.operations.get(number, [])}
        mine = {each.name for each in operations}
        for each in operations:
            other = theirs.get(each.name)
            if other is None:
                extra = next((one for one in theirs.values() if one.name not in mine and one.line), None)
                what = f"the old graph alone has {each.name} ({each.type})"
                causes.append(Cause(OPERATION, what, extra.line if extra else None, each.line))
                break
            cause = _difference(each, other, seeded)
            if cause is not None:
                causes.append(cause)
        else:
            extra = next((one for one in theirs.values() if one.name not in mine), None)
            if extra is not None:
                causes.append(
                    Cause(OPERATION, f"the new graph alone has {extra.name} ({extra.type})", extra.line, None)
                )
    return sorted(causes, key=lambda cause: cause.kind != CONSTANT)


def _difference(a: Operation, b: Operation, seeded: bool) -> Cause | None:
    if _TODAY.get(a.type, a.type) != _TODAY.get(b.type, b.type):
        return Cause(OPERATION, f"{a.name} was a {a.type} and is a {b.type}", b.line, a.line)
    for key in sorted(set(a.attributes) & set(b.attributes)):
        mine, theirs = a.attributes[key], b.attributes[key]
        if _same(mine, theirs):
            continue
        what = f"{key} of {a.name} ({a.type}) was {_short(mine)} and is {_short(theirs)}"
        if key in ("seed", "seed2"):
            if seeded:
                return None
            return Cause(SEED, what, b.line, a.line)
        if key in ("dtype", "T", "DstT", "Tparams"):
            return Cause(DTYPE, what, b.line, a.line)
        if key == "value" or (key not in ("shape", "_output_shapes") and isinstance(mine, (int, float, bool))):
            return Cause(CONSTANT, what, b.line, a.line)
    return None


def _same(a: Any, b: Any) -> bool:
    if isinstance(a, float) and isinstance(b, float):
        return abs(a - b) <= 1e-6 * max(abs(a), abs(b))
    if isinstance(a, list) and isinstance(b, list) and len(a) == len(b):
        return all(_same(x, y) for x, y in zip(a, b, strict=True))
    return bool(a == b)


def _feeds(old: Recording, new: Recording) -> list[Cause]:
    for a, b in zip(old.runs, new.runs, strict=False):
        for name in a.feeds.keys() & b.feeds.keys():
            if a.feeds[name].digest != b.feeds[name].digest:
                numbers = [_short(side.feeds[name].array) for side in (a, b)]
                what = f"what run {a.number} feeds to {name} was {numbers[0]} and is {numbers[1]}"
                return [Cause(FEED, what, b.line, a.line)]
    return []


def _with_source(old: Recording, new: Recording, found: list[Cause]) -> list[Cause]:
    """Lines of the new script that upgrading the old one does not account for; only where the graphs differ too."""
    if not old.text or not new.text or (not found and old.text == new.text):
        return []
    versions = [old.text] + [upgrade_source(old.text, same_seeds=same).text for same in (True, False)]
    nearest = max(versions, key=lambda text: difflib.SequenceMatcher(None, text, new.text).quick_ratio())
    before, after = nearest.split("\n"), new.text.split("\n")
    causes = []
    for kind, i1, i2, j1, j2 in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal" or i2 - i1 > 20 or j2 - j1 > 20:
            continue
        text = after[j1].strip() if j2 > j1 else ""
        was = before[i1].strip() if i2 > i1 else ""
        path = new.script.rpartition("/")[2]
        causes.append(Cause(SOURCE, f"the line was: {was}", Line(path, j1 + 1, text), None))
    return causes[:4]


def _short(value: Any) -> str:
    tolist = getattr(value, "tolist", None)
    shown = tolist() if tolist is not None else value
    text = json.dumps(shown, default=str)
    return text if len(text) < 60 else f"{text[:57]}…"
