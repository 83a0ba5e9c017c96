"""Seeds: TensorFlow 2 derives an op's seed otherwise, so the same seed gives other random numbers."""

from __future__ import annotations

from collections.abc import Iterator

from tfcompat.rewrite.finding import AUTOMATIC, CARE, Finding, Rule
from tfcompat.rewrite.module import Module

RULE = Rule(
    "seeds",
    "the same seed draws other numbers",
    "TensorFlow 1 derives the seed of an operation from how many operations its graph holds, TensorFlow 2 from how "
    "many random ones; tfcompat upgrade --same-seeds keeps 1.15's numbers by one line.",
    "import tensorflow as tf\ntf.set_random_seed(1)\n",
    "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\ntf.set_random_seed(1)\n",
)
NAMES = frozenset({"set_random_seed", "random.set_random_seed"})


def find(module: Module) -> Iterator[Finding]:
    same = module.settings.same_seeds or "tfcompat.same_seeds" in module.text
    for each in module.named(NAMES):
        if each.spelled and not each.chain.guarded and not (same and each.is_v1):
            yield Finding(
                RULE.id,
                *module.span(each.node),
                name=f"tf.{each.plain}",
                replacement="import tfcompat.same_seeds",
                how=AUTOMATIC if same else CARE,
                why="with the same seed TensorFlow 2 draws other numbers; --same-seeds keeps those of 1.15",
            )
