"""What a processor's flags and oneDNN's own limit say."""

import pytest

from bert_tf.fast import processor


@pytest.mark.parametrize(
    ("flags", "limit", "kept"),
    [
        ("avx2 avx512f avx512bw avx512dq avx512vl", None, True),
        ("avx2 avx512f avx512bw avx512dq avx512vl", "AVX2", False),
        ("avx2 fma", None, False),
        (None, None, False),
    ],
)
def test_matrices_are_kept_for_processors_that_gain(flags, limit, kept, monkeypatch, tmp_path):
    if flags:
        (tmp_path / "cpuinfo").write_text(f"processor : 0\nflags\t\t: fpu {flags}\n", encoding="ascii")
    monkeypatch.setattr(processor, "_FILE", tmp_path / "cpuinfo")
    monkeypatch.delenv("ONEDNN_MAX_CPU_ISA", raising=False)
    if limit:
        monkeypatch.setenv("ONEDNN_MAX_CPU_ISA", limit)
    assert processor.has_avx512.__wrapped__() == kept


@pytest.mark.parametrize(("flags", "there"), [("avx2 avx_vnni", True), ("avx512f avx512_vnni", True), ("avx2", False)])
def test_vnni(flags, there, monkeypatch, tmp_path):
    (tmp_path / "cpuinfo").write_text(f"processor : 0\nflags\t\t: fpu {flags}\n", encoding="ascii")
    monkeypatch.setattr(processor, "_FILE", tmp_path / "cpuinfo")
    assert processor.has_vnni.__wrapped__() == there
