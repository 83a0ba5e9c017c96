"""Names that NumPy has dropped: `np.int`, `np.infty`, `np.asscalar`, …"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tfcompat.era import numpy_spellings
from tfcompat.rewrite.finding import AUTOMATIC, Finding, Rule
from tfcompat.rewrite.module import Module
from tfcompat.rewrite.scopes import Chain
from tfcompat.source.edits import Edit

RULE = Rule(
    "numpy-name",
    "a name that NumPy has dropped",
    "NumPy 1.24 and 2.0 removed names that were used when TensorFlow 1 was.",
    "import numpy as np\nimport tensorflow as tf\nx = tf.placeholder(np.float)\n",
    "import numpy as np\nimport tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\nx = tf.placeholder(float)\n",
)


def find(module: Module) -> Iterator[Finding]:
    for chain, path in module.uses("numpy"):
        names = path.split(".")
        if len(names) < 2 or chain.guarded or not chain.attributes:
            continue
        depth = 1 + len(chain.attributes) - (len(names) - 2)
        if depth < 2:
            continue  # a name of the module's own for something in NumPy
        node = chain.nodes[depth - 1]
        new = _spelled(module, chain, node, names[1])
        if new is not None:
            text, edits = new
            yield Finding(
                RULE.id, *module.span(node), f"np.{names[1]}", text, AUTOMATIC, "NumPy dropped this name", edits
            )


def _spelled(module: Module, chain: Chain, node: ast.expr, name: str) -> tuple[str, tuple[Edit, ...]] | None:
    """What stands for a name, and the edits that put it there."""
    assert isinstance(node, ast.Attribute)
    holder = module.source(node.value)
    call = chain.parent
    if name in numpy_spellings.BUILTINS and numpy_spellings.BUILTINS[name] not in module.bound:
        text = numpy_spellings.BUILTINS[name]
        return text, (module.replace(node, text),)
    if name in numpy_spellings.NAMES:
        text = numpy_spellings.NAMES[name].format(np=holder)
        return text, (module.replace(node, text),)
    is_call = isinstance(call, ast.Call) and call.func is node and len(chain.attributes) == chain.nodes.index(node)
    if name in numpy_spellings.CALLS and isinstance(call, ast.Call) and is_call:
        return _call(module, call, numpy_spellings.CALLS[name], holder)
    return None


def _call(module: Module, call: ast.Call, pattern: str, holder: str) -> tuple[str, tuple[Edit, ...]] | None:
    if len(call.args) != 1 or call.keywords or isinstance(call.args[0], ast.Starred):
        return None
    argument = module.source(call.args[0])
    simple = isinstance(call.args[0], (ast.Name, ast.Attribute, ast.Call, ast.Subscript))
    text = pattern.format(np=holder, a=argument, operand=argument if simple else f"({argument})")
    return text, (module.replace(call, text),)
