"""Whether a module is written for TensorFlow 1: it uses what plain TensorFlow 2 does not have or take."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tfcompat.rewrite import import_statements, naming
from tfcompat.rewrite.module import Module, Reference
from tfcompat.symbols import tensorflow_2

_MODERN = frozenset("GradientTape Module TensorSpec TypeSpec function nest".split())
_SESSIONS = frozenset({"InteractiveSession", "Session"})
_GRAPH_USES = _SESSIONS | {"placeholder"}
_MAIN = "__main__"
# Whoever names one of these knows in which mode the code runs.
_IN_GRAPH = frozenset(
    "Graph disable_eager_execution disable_v2_behavior enable_eager_execution enable_v2_behavior executing_eagerly "
    "function test.TestCase test.main wrap_function".split()
)


def is_tf1(module: Module) -> bool:
    """Whether some name or argument in the module is TensorFlow 1's alone."""
    for each in module.imports:
        if not each.guarded and import_statements.of_tensorflow(each):
            names = import_statements.imported(module, each)
            if any(one.plain and naming.rule_of(one.plain) and not _through_v1(each.node, one.alias) for one in names):
                return True
    rules = {name: rule for name in module.by_name if (rule := naming.rule_of(name)) is not None}
    return any(
        not each.chain.guarded and not (each.is_v1 and rule == naming.V1_NAME)
        for name, rule in rules.items()
        for each in module.by_name[name]
    ) or any(True for _ in dropped_arguments(module))


def is_tf2(module: Module) -> bool:
    """Whether the module uses what only TensorFlow 2 has."""
    new = filter(tensorflow_2.is_new, module.by_name)
    return any(not each.is_v1 for name in new for each in module.by_name[name])


def is_modern(module: Module) -> bool:
    """Whether the module is written in the manner of TensorFlow 2, though late 1.x may have read it as well."""
    return is_tf2(module) or any(
        each.plain.partition(".")[0] in _MODERN or each.chain.attributes[:2] == ("compat", "v1")
        for each in module.references
    )


def lacks_mode(module: Module) -> bool:
    """Whether a program on compat.v1 opens a session, in no graph of its own and without TensorFlow 1's mode."""
    return module.by_name.keys().isdisjoint(_IN_GRAPH) and any(
        each.plain in _SESSIONS and (each.chain.scope is module.names.module or _MAIN in module.text)
        for each in graph_uses(module)
    )


def graph_uses(module: Module) -> list[Reference]:
    """Uses, through compat.v1, of what works in graphs alone."""
    if module.by_name.keys().isdisjoint(_GRAPH_USES):
        return []
    return [each for each in module.references if each.is_v1 and each.plain in _GRAPH_USES and not each.chain.guarded]


def dropped_arguments(module: Module) -> Iterator[tuple[Reference, ast.keyword]]:
    """Keyword arguments that TensorFlow 2's function of the name does not take."""
    for each, call in module.called(tensorflow_2.dropped_arguments()):
        if not each.is_v1 and not each.chain.guarded:
            dropped = tensorflow_2.dropped_arguments()[each.plain].split()
            yield from ((each, keyword) for keyword in call.keywords if keyword.arg in dropped)


def _through_v1(node: ast.Import | ast.ImportFrom, alias: ast.alias) -> bool:
    path = alias.name if isinstance(node, ast.Import) else node.module or ""
    return path.startswith("tensorflow.compat.v1")
