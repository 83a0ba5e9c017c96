"""As many threads as this process may use, which in a container is fewer than the machine has."""

from __future__ import annotations

import math
import os
from pathlib import Path

_QUOTA = Path("/sys/fs/cgroup/cpu.max")
_OLD_QUOTA = (Path("/sys/fs/cgroup/cpu/cpu.cfs_quota_us"), Path("/sys/fs/cgroup/cpu/cpu.cfs_period_us"))


def usable() -> int:
    """The processors that this process may run on, and no more than its container's quota of time."""
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    quota = _quota()
    return count if quota is None else max(1, min(count, math.ceil(quota)))


def settle() -> None:
    """Tells TensorFlow, unless somebody has told it, or it has started already."""
    import tensorflow as tf

    threading = tf.config.threading
    if "OMP_NUM_THREADS" in os.environ or "TF_NUM_INTRAOP_THREADS" in os.environ:
        return
    try:
        if not threading.get_intra_op_parallelism_threads():
            threading.set_intra_op_parallelism_threads(usable())
        if not threading.get_inter_op_parallelism_threads():
            threading.set_inter_op_parallelism_threads(usable())
    except RuntimeError:
        pass  # its threads run already


def _quota() -> float | None:
    """Processors' worth of time, by the control group."""
    try:
        if _QUOTA.is_file():
            most, period = _QUOTA.read_text(encoding="ascii").split()
            return None if most == "max" else int(most) / int(period)
        most, period = (each.read_text(encoding="ascii").strip() for each in _OLD_QUOTA)
        return None if int(most) < 0 else int(most) / int(period)
    except (OSError, ValueError):
        return None
