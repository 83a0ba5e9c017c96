"""How many threads a container may use."""

from pathlib import Path

import pytest

from bert_tf.fast import threads


@pytest.mark.parametrize(
    ("text", "expected"), [("150000 100000", 2), ("max 100000", 6), ("900000 100000", 6), ("5 9", 1)]
)
def test_a_quota_of_time(tmp_path, monkeypatch, text, expected):
    quota = tmp_path / "cpu.max"
    quota.write_text(text)
    monkeypatch.setattr(threads, "_QUOTA", quota)
    monkeypatch.setattr("os.sched_getaffinity", lambda _: range(6), raising=False)
    assert threads.usable() == expected


def test_an_older_kernels_quota_and_none(tmp_path, monkeypatch):
    monkeypatch.setattr(threads, "_QUOTA", Path("/nowhere"))
    monkeypatch.setattr("os.sched_getaffinity", lambda _: range(6), raising=False)
    files = (tmp_path / "quota", tmp_path / "period")
    monkeypatch.setattr(threads, "_OLD_QUOTA", files)
    assert threads.usable() == 6
    files[1].write_text("1000\n")
    for quota, expected in ((3000, 3), (-1, 6)):
        files[0].write_text(f"{quota}\n")
        assert threads.usable() == expected
