"""Lines of a notebook that would install TensorFlow 1, or choose it: `!pip install tensorflow==1.15`."""

from __future__ import annotations

from collections.abc import Iterator

from tfcompat.rewrite import installs
from tfcompat.rewrite.finding import AUTOMATIC, Finding, Rule
from tfcompat.rewrite.module import Module

RULE = Rule(
    "install",
    "an install of TensorFlow 1",
    "No Python of today has a TensorFlow 1 to install, and Colab's magic for it raises.",
    "%tensorflow_version 1.x\nimport tensorflow as tf\ns = tf.Session()\n",
    None,
)


def find(module: Module) -> Iterator[Finding]:
    """In the cells of a notebook; a script has no such lines."""
    for chain in module.names.chains if module.ipython_lines else ():
        line = module.ipython_lines.get(chain.root)
        found = installs.without_old_tensorflow(line) if line is not None else None
        if line is None or found is None:
            continue
        text = f"pass  # {found.remark}"
        if found.command:
            text = f"{chain.root.rstrip('_')}_left__"
            module.ipython_lines[text] = found.command
        yield Finding(
            RULE.id,
            *module.span(chain.nodes[0]),
            name=line,
            replacement=found.command or text,
            how=AUTOMATIC,
            why=found.remark,
            edits=(module.replace(chain.nodes[0], text),),
        )
