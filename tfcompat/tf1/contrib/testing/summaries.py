"""What the summaries of a folder or a writer say, for tests."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from tfcompat.backend.v1api import v1


def assert_summary(expected_tags: Any, expected_simple_values: Mapping[str, float], summary_proto: Any) -> None:
    """Raises AssertionError unless a summary has these tags, and these values to four places."""
    summary = to_summary_proto(summary_proto)
    actual = {value.tag for value in summary.value}
    assert set(expected_tags) == actual, f"Expected tags {set(expected_tags)}, got {actual}"
    values = {value.tag: value.simple_value for value in summary.value}
    for tag, wanted in expected_simple_values.items():
        assert tag in values, f"Tag {tag} not found in summary."
        assert round(abs(wanted - values[tag]), 4) == 0, f"Expected {wanted}, got {values[tag]} for tag {tag}."


def to_summary_proto(summary_str: Any) -> Any:
    """A Summary, from its bytes."""
    return v1.Summary.FromString(summary_str) if isinstance(summary_str, bytes) else summary_str


def latest_event_file(base_dir: str) -> str | None:
    """The newest event file of a folder; None if it has none."""
    files = v1.gfile.Glob(os.path.join(base_dir, "events.out.tfevents.*"))
    return max(files, key=os.path.getmtime) if files else None


def latest_events(base_dir: str) -> list[Any]:
    """The events in the newest file of a folder."""
    file = latest_event_file(base_dir)
    return [] if file is None else list(v1.train.summary_iterator(file))


def latest_summaries(base_dir: str) -> list[Any]:
    """Those of them that hold summaries."""
    return [event for event in latest_events(base_dir) if event.HasField("summary")]


def simple_values_from_events(events: Any, tags: Any) -> dict[str, float]:
    """Tag -> last value."""
    return {
        value.tag: value.simple_value
        for event in events
        if event.summary
        for value in event.summary.value
        if value.tag in tags
    }
