"""What tests read from event files and summaries."""

from __future__ import annotations

import glob
import os
from collections.abc import Collection, Iterable, Mapping
from typing import Any

import numpy as np

from tfcompat.backend.v1api import v1


def assert_summary(
    expected_tags: Iterable[str], expected_simple_values: Mapping[str, float], summary_proto: Any
) -> None:
    """Raises if a summary's tags are others, or a scalar differs in its second decimal."""
    for value in summary_proto.value:
        if value.tag in expected_simple_values:
            expected = expected_simple_values[value.tag]
            np.testing.assert_almost_equal(value.simple_value, expected, decimal=2, err_msg=value.tag)
    tags = {value.tag for value in summary_proto.value}
    if set(expected_tags) != tags:
        raise ValueError(f"Expected tags {set(expected_tags)}, got {tags}.")


def to_summary_proto(summary_str: bytes) -> Any:
    """The `Summary` that was serialized."""
    return v1.Summary.FromString(summary_str)


def latest_event_file(base_dir: str) -> str | None:
    """The newest event file of a folder, or None."""
    return max(glob.glob(os.path.join(base_dir, "events.*")), default=None)


def latest_events(base_dir: str) -> Iterable[Any]:
    """The events of that file."""
    path = latest_event_file(base_dir)
    return v1.train.summary_iterator(path) if path else []


def latest_summaries(base_dir: str) -> list[Any]:
    """Those of them that hold a summary."""
    return [event for event in latest_events(base_dir) if event.HasField("summary")]


def simple_values_from_events(events: Iterable[Any], tags: Collection[str]) -> dict[str, float]:
    """The scalar of each tag at its latest step."""
    latest: dict[str, tuple[int, float]] = {}
    for event in events:
        for value in event.summary.value if event.HasField("summary") else ():
            if value.tag not in tags:
                continue
            if not value.HasField("simple_value"):
                raise ValueError(f"Summary for {value.tag} is not a simple_value.")
            if value.tag not in latest or event.step > latest[value.tag][0]:
                latest[value.tag] = (event.step, value.simple_value)
    return {tag: value for tag, (_, value) in latest.items()}
