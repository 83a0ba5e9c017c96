"""Arguments that TensorFlow 2's function of the same name no longer takes: `keep_dims=`, `dimension=`, …"""

from __future__ import annotations

from collections.abc import Iterator

from tfcompat.rewrite import signs
from tfcompat.rewrite.finding import AUTOMATIC, Finding, Rule
from tfcompat.rewrite.module import Module

RULE = Rule(
    "changed-argument",
    "an argument that TensorFlow 2 does not take",
    "TensorFlow 2's function of this name has other arguments; tensorflow.compat.v1's takes those of TensorFlow 1.",
    "import tensorflow as tf\ny = tf.reduce_sum(x, keep_dims=True)\n",
    "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\ny = tf.reduce_sum(x, keep_dims=True)\n",
)


def find(module: Module) -> Iterator[Finding]:
    for reference, keyword in signs.dropped_arguments(module):
        name = f"tf.{reference.plain}"
        yield Finding(
            RULE.id,
            *module.span(keyword),
            name=f"{name}({keyword.arg}=)",
            replacement=f"tf.compat.v1.{reference.plain}",
            how=AUTOMATIC,
            why=f"TensorFlow 2's {name} has no argument {keyword.arg}",
        )
