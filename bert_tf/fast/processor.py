"""What the processor has that decides how matrices are kept."""

from __future__ import annotations

import functools
import os
import re
from pathlib import Path

_FILE = Path("/proc/cpuinfo")
_FLAGS = {"avx512f", "avx512bw", "avx512dq", "avx512vl"}


@functools.cache
def has_avx512() -> bool:
    """Whether oneDNN works with AVX-512 here: the processor has it, and `ONEDNN_MAX_CPU_ISA` does not forbid it."""
    limit = os.environ.get("ONEDNN_MAX_CPU_ISA", os.environ.get("DNNL_MAX_CPU_ISA", "ALL")).upper()
    if not re.match("ALL|DEFAULT|AVX512_CORE|AVX10", limit):
        return False
    return _flags() >= _FLAGS


@functools.cache
def has_vnni() -> bool:
    """Whether products of int8 are added up in 32 bits at once; without it, in 16 bits that can overflow."""
    return bool(_flags() & {"avx512_vnni", "avx_vnni"})


def _flags() -> set[str]:
    try:
        flags = re.search(r"^flags\s*:(.*)$", _FILE.read_text(encoding="ascii", errors="replace"), re.M)
    except OSError:
        return set()
    return set(flags[1].split()) if flags else set()
