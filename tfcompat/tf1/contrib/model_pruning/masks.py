"""Masked weights, and the collections in which pruning finds them, their masks and their thresholds."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1

MASK_COLLECTION = "masks"
THRESHOLD_COLLECTION = "thresholds"
MASKED_WEIGHT_COLLECTION = "masked_weights"
WEIGHT_COLLECTION = "kernel"
MASKED_WEIGHT_NAME = "weights/masked_weight"


def collect(mask: Any, threshold: Any, masked: Any, weights: Any) -> None:
    """Enters one weight into the four collections, which run in parallel."""
    v1.add_to_collection(MASK_COLLECTION, mask)
    v1.add_to_collection(MASKED_WEIGHT_COLLECTION, masked)
    v1.add_to_collection(THRESHOLD_COLLECTION, threshold)
    v1.add_to_collection(WEIGHT_COLLECTION, weights)


def is_collected(mask: Any) -> bool:
    """Whether a mask is in its collection."""
    return any(mask is each for each in v1.get_collection_ref(MASK_COLLECTION))
