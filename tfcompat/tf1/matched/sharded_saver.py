"""`tf.train.Saver(sharded=True)` names its temporary folder in Python, not in the graph."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import array_ops, constant_op, gen_io_ops, ops, saveable_object_util, string_ops
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.training.saver.BaseSaverBuilder._AddShardedSaveOpsForV2")
def add_sharded_save_ops(original: Callable[..., Any], self: Any, checkpoint_prefix: Any, per_device: Any) -> Any:
    suffix = f"_temp_{uuid.uuid4().hex}/part"
    temporary = string_ops.string_join([checkpoint_prefix, suffix])
    count = constant_op.constant(len(per_device), name="num_shards")
    saves, prefixes = [], []
    for shard, (device, saveables) in enumerate(per_device):
        with ops.device(saveable_object_util.set_cpu0(device)):
            prefixes.append(self.sharded_filename(temporary, shard, count))
            saves.append(self._AddSaveOps(prefixes[-1], saveables))
    with ops.control_dependencies([save.op for save in saves]), ops.device(saveable_object_util.set_cpu0(device)):
        merge = gen_io_ops.merge_v2_checkpoints(prefixes, checkpoint_prefix, delete_old_dirs=True)
        with ops.control_dependencies([merge]):
            return array_ops.identity(checkpoint_prefix)
