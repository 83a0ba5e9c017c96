"""`tf.keras.experimental.terminate_keras_multiprocessing_pools`: ends workers that Keras' data loading left behind."""

from __future__ import annotations

import gc
import multiprocessing
import time

from tfcompat.backend import keras_pools


def terminate_keras_multiprocessing_pools(grace_period: float = 0.1, use_sigkill: bool = False) -> list[str]:
    """Closes every pool and ends its workers; returns a sentence for each that is still there."""
    gc.collect()
    pools = keras_pools.pools()
    for pool in pools:
        pool.close()
        pool.terminate()
    if pools:
        time.sleep(grace_period)
    del pools
    ours = [worker for worker in multiprocessing.active_children() if worker.ident in keras_pools.worker_ids()]
    for end in ("terminate", "kill") if use_sigkill else ("terminate",):
        for worker in ours:
            if worker.is_alive():
                getattr(worker, end)()
                worker.join(timeout=grace_period)
    gc.collect()
    errors = [f"worker still alive: {worker.name}, pid={worker.pid}" for worker in ours if worker.is_alive()]
    return errors + [f"pool still exists: {pool}" for pool in keras_pools.pools()]
