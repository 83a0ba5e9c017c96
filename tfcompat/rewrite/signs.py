"""Whether a module is written for TensorFlow 1: it uses what plain TensorFlow 2 does not have or take."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tfcompat.rewrite import import_statements, naming
from tfcompat.rewrite.module import Module, Reference
from tfcompat.symbols import tensorflow_2

_MODERN = frozenset("GradientTape Module TensorSpec TypeSpec function nest".split())
_SESSIONS = frozenset({"InteractiveSession", "Session"})
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
    return any(
        naming.rule_of(each.plain) is not None and not (each.is_v1 and naming.rule_of(each.plain) == naming.V1_NAME)
        for each in module.references
        if not each.chain.guarded
    ) or any(True for _ in dropped_arguments(module))


def is_tf2(module: Module) -> bool:
    """Whether the module uses what only TensorFlow 2 has."""
    return any(tensorflow_2.is_new(each.plain) for each in module.references if not each.is_v1)


def is_modern(module: Module) -> bool:
    """Whether the module is written in the manner of TensorFlow 2, though late 1.x may have read it as well."""
    return is_tf2(module) or any(
        each.plain.partition(".")[0] in _MODERN or each.chain.attributes[:2] == ("compat", "v1")
        for each in module.references
    )


def lacks_mode(module: Module) -> bool:
    """Whether a program on compat.v1 opens a session, in no graph of its own and without TensorFlow 1's mode."""
    names = {each.plain for each in module.references}
    return not names & _IN_GRAPH and any(
        each.plain in _SESSIONS and (each.chain.scope is module.names.module or _MAIN in module.text)
        for each in graph_uses(module)
    )


def graph_uses(module: Module) -> list[Reference]:
    """Uses, through compat.v1, of what works in graphs alone."""
    wanted = {*_SESSIONS, "placeholder"}
    return [each for each in module.references if each.is_v1 and each.plain in wanted and not each.chain.guarded]


def dropped_arguments(module: Module) -> Iterator[tuple[Reference, ast.keyword]]:
    """Keyword arguments that TensorFlow 2's function of the name does not take."""
    for each in module.references:
        call = each.parent
        if each.is_v1 or each.chain.guarded or not isinstance(call, ast.Call) or call.func is not each.node:
            continue
        dropped = tensorflow_2.dropped_arguments(each.plain)
        for keyword in call.keywords if dropped else ():
            if keyword.arg in dropped:
                yield each, keyword


def _through_v1(node: ast.Import | ast.ImportFrom, alias: ast.alias) -> bool:
    path = alias.name if isinstance(node, ast.Import) else node.module or ""
    return path.startswith("tensorflow.compat.v1")
