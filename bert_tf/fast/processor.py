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
    try:
        flags = re.search(r"^flags\s*:(.*)$", _FILE.read_text(encoding="ascii", errors="replace"), re.M)
    except OSError:
        return False
    return flags is not None and set(flags[1].split()) >= _FLAGS
