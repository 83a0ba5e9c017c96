"""`FoldBatchNorms`: batch normalizations become part of the layers before them."""

from __future__ import annotations

from typing import Any

from tfcompat.tf1.contrib.quantize.fold_fused import fold_fused
from tfcompat.tf1.contrib.quantize.fold_unfused import fold_unfused


def FoldBatchNorms(  # noqa: N802 (1.15's name)
    graph: Any, is_training: bool, freeze_batch_norm_delay: int | None = None
) -> None:
    """Rewrites a graph in place, fused and unfused ones."""
    fold_fused(graph, freeze_batch_norm_delay)
    fold_unfused(graph, is_training, freeze_batch_norm_delay)
