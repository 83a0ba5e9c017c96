"""`LazyAdamGSOptimizer`: LazyAdam with the powers of its betas from the global step."""

from __future__ import annotations

from tfcompat.tf1.contrib.opt.adam_gs_optimizer import AdamGSOptimizer
from tfcompat.tf1.contrib.opt.lazy_adam import LazyRows


class LazyAdamGSOptimizer(LazyRows, AdamGSOptimizer):
    """`tf.contrib.opt.LazyAdamGSOptimizer` of 1.15."""
