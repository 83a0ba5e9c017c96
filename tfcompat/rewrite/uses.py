"""Findings for the uses of TensorFlow 1 names that fall under one rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tfcompat.rewrite import expressions, naming
from tfcompat.rewrite.finding import AUTOMATIC, MANUAL, Finding, Rule
from tfcompat.rewrite.module import ROOTS, Module, Reference


def finder(rule: Rule) -> Callable[[Module], Iterator[Finding]]:
    """A fixer's `find` for a rule that is decided by the name alone."""

    def find(module: Module) -> Iterator[Finding]:
        for each in _by_rule(module).get(rule.id, ()):
            if each.is_v1 and rule.id == naming.V1_NAME:
                continue
            replacement = naming.replacement(each.plain)
            respelled = expressions.from_star if module.names.is_starred(each.chain) else expressions.respelled
            spelled = respelled(module, each) if replacement else None
            if spelled is None and replacement and not _from_top(module, each):
                continue  # the import says it
            yield Finding(
                rule.id,
                *module.span(each.node),
                name=f"tf.{each.plain}",
                replacement=replacement,
                how=AUTOMATIC if replacement else MANUAL,
                why=naming.why(each.plain),
                edits=(module.replace(each.node, spelled.text),) if spelled else (),
                imports=spelled.imports if spelled else (),
            )

    return find


def _by_rule(module: Module) -> dict[str, list[Reference]]:
    """The uses that fall under a rule by their names, told apart once for all rules."""
    kept: dict[str, list[Reference]] | None = module.notes.get(_by_rule)
    if kept is None:
        kept = module.notes[_by_rule] = {}
        for each in module.references:
            written = each.spelled or module.names.is_starred(each.chain)
            rule = naming.rule_of(each.plain) if written and not each.chain.guarded else None
            if rule is not None:
                kept.setdefault(rule, []).append(each)
    return kept


def _from_top(module: Module, each: Reference) -> bool:
    """Whether a use starts at `tensorflow` itself, not at a module of it that was imported or named before."""
    if module.names.is_starred(each.chain):
        return True
    return module.names.of_name(each.chain.root, each.chain.scope) in ROOTS
