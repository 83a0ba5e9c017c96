"""`tf.train.SyncReplicasOptimizer` made a dummy queue for its queue runner right after the queue of tokens."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import context, dtypes, gen_data_flow_ops
from tfcompat.backend.replace import replaces

_TOKENS = "sync_token_q"


@replaces("tensorflow.python.ops.data_flow_ops.FIFOQueue.__init__")
def fifo_queue(original: Callable[..., Any], self: Any, *args: Any, **options: Any) -> None:
    original(self, *args, **options)
    if options.get("name") == _TOKENS and options.get("shared_name") == _TOKENS and not context.executing_eagerly():
        dummy = {"name": "dummy_queue", "shared_name": "dummy_queue"}
        gen_data_flow_ops.fifo_queue_v2(component_types=[dtypes.int32], shapes=[[]], capacity=1, **dummy)
