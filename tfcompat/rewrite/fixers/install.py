"""Lines of a notebook that would install TensorFlow 1, or choose it: `!pip install tensorflow==1.15`."""

from __future__ import annotations

from collections.abc import Iterator

from tfcompat.rewrite.finding import AUTOMATIC, Finding, Rule
from tfcompat.rewrite.module import Module
from tfcompat.source.edits import Edit

RULE = Rule(
    "install",
    "an install of TensorFlow 1",
    "No Python of today has a TensorFlow 1 to install, and Colab's magic for it raises.",
    "%tensorflow_version 1.x\nimport tensorflow as tf\ns = tf.Session()\n",
    None,
)


def find(module: Module) -> Iterator[Finding]:
    """In the cells of a notebook; a script has no such lines."""
    if not module.ipython_lines:
        return
    from tfcompat.rewrite import installs  # for notebooks alone

    for name, line in list(module.ipython_lines.items()):
        start = module.text.find(name)
        found = installs.without_old_tensorflow(line) if start >= 0 else None
        if found is None:
            continue
        text = f"pass  # {found.remark}"
        if found.command:
            text = f"{name.rstrip('_')}_left__"
            module.ipython_lines[text] = found.command
        yield Finding(
            RULE.id,
            start,
            start + len(name),
            name=line,
            replacement=found.command or text,
            how=AUTOMATIC,
            why=found.remark,
            edits=(Edit(start, start + len(name), text),),
        )
