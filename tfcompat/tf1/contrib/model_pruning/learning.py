"""`train`: slim's training loop with an update of the masks after each step."""

from __future__ import annotations

from typing import Any

from tfcompat.backend import tf_slim


def train(train_op: Any, logdir: Any, mask_update_op: Any, train_step_fn: Any = None, *args: Any, **kwargs: Any) -> Any:
    """`tf.contrib.slim.learning.train` (whose other arguments follow) that runs `mask_update_op` after each step."""
    learning = tf_slim.load("learning")
    train_step = learning.train_step if train_step_fn is None else train_step_fn

    def step_and_prune(sess: Any, op: Any, global_step: Any, step_kwargs: Any) -> Any:
        total_loss, should_stop = train_step(sess, op, global_step, step_kwargs)
        sess.run(mask_update_op)
        return total_loss, should_stop

    return learning.train(train_op, logdir, step_and_prune, *args, **kwargs)
