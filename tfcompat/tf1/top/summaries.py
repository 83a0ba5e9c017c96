"""The summaries of TensorFlow 0.x, `tf.scalar_summary` and its kin; in 1.15 `tf.contrib.deprecated` has them.

They differ from `tf.summary`: the tag is taken as given, without the name scope, and may be a tensor.
"""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1


def scalar_summary(tags: Any, values: Any, collections: Any = None, name: str | None = None) -> Any:
    """A summary of one value per tag; `tags` and `values` have the same shape."""
    with v1.name_scope(name, "ScalarSummary", [tags, values]) as scope:
        summary = v1.raw_ops.ScalarSummary(tags=tags, values=values, name=scope)
    return _collected(summary, collections)


def histogram_summary(tag: Any, values: Any, collections: Any = None, name: str | None = None) -> Any:
    """A histogram of all the values."""
    with v1.name_scope(name, "HistogramSummary", [tag, values]) as scope:
        summary = v1.raw_ops.HistogramSummary(tag=tag, values=values, name=scope)
    return _collected(summary, collections)


def image_summary(tag: Any, tensor: Any, max_images: int = 3, collections: Any = None, name: str | None = None) -> Any:
    """Up to `max_images` images of a tensor `[batch, height, width, channels]`."""
    with v1.name_scope(name, "ImageSummary", [tag, tensor]) as scope:
        summary = v1.raw_ops.ImageSummary(tag=tag, tensor=tensor, max_images=max_images, name=scope)
    return _collected(summary, collections)


def audio_summary(
    tag: Any, tensor: Any, sample_rate: Any, max_outputs: int = 3, collections: Any = None, name: str | None = None
) -> Any:
    """Up to `max_outputs` sounds of a tensor `[batch, frames]` or `[batch, frames, channels]`."""
    with v1.name_scope(name, "AudioSummary", [tag, tensor]) as scope:
        rate = v1.convert_to_tensor(sample_rate, dtype=v1.float32, name="sample_rate")
        summary = v1.raw_ops.AudioSummaryV2(
            tag=tag, tensor=tensor, sample_rate=rate, max_outputs=max_outputs, name=scope
        )
    return _collected(summary, collections)


def merge_summary(inputs: Any, collections: Any = None, name: str | None = None) -> Any:
    """One summary with the values of all the inputs."""
    with v1.name_scope(name, "MergeSummary", inputs):
        summary = v1.raw_ops.MergeSummary(inputs=inputs, name=name)
    return _collected(summary, collections, ())


def merge_all_summaries(key: str = "summaries") -> Any:
    """The merged summaries of the default graph's collection, or None if it is empty."""
    summaries = v1.get_collection(key)
    return merge_summary(summaries) if summaries else None


def _collected(summary: Any, collections: Any, default: Any = ("summaries",)) -> Any:
    for key in default if collections is None else collections:
        v1.add_to_collection(key, summary)
    return summary
