"""`tf.contrib.training`: training steps, samples, queues. Sizes: batch 4, 3 features."""

from typing import Any

import numpy as np

from tests.support.contrib_builders.play import trained
from tests.support.contrib_builders.registry import builder


@builder
def train_op(tf: Any) -> Any:
    """A train op with everything on: updates, multiplied and clipped gradients, summaries."""
    training = tf.contrib.training
    x = tf.constant(np.cos(np.arange(12, dtype=np.float32)).reshape(4, 3))
    weights = tf.get_variable("weights", initializer=np.float32([[0.5], [-0.3], [0.2]]))
    bias = tf.get_variable("bias", initializer=np.float32([0.1]))
    seen = tf.get_variable("seen", initializer=0.0, trainable=False)
    tf.add_to_collection(tf.GraphKeys.UPDATE_OPS, tf.assign_add(seen, 1.0))
    loss = tf.reduce_mean(tf.square(tf.matmul(x, weights) + bias - 1.0))

    def transform(pairs: Any) -> Any:
        return training.clip_gradient_norms(training.multiply_gradients(pairs, {"bias": 3.0}), 0.5)

    optimizer = tf.train.MomentumOptimizer(0.1, 0.9)
    step = training.create_train_op(loss, optimizer, transform_grads_fn=transform, summarize_gradients=True)
    return trained(step, [loss, weights, bias, seen, tf.train.get_global_step()])


@builder
def resampled(tf: Any) -> Any:
    rows = tf.constant(np.arange(6, dtype=np.float32))
    weights = tf.constant(np.float32([0.1, 2.0, 1.0, 0.5, 3.0, 0.2]))
    training = tf.contrib.training
    return (
        training.resample_at_rate([rows, rows * 2], weights, seed=3),
        training.weighted_resample([rows], weights, 1.0, seed=5),
    )


def _from_queue(tf: Any, batches: Any, count: int) -> Any:
    """What some batches hold, whatever order threads fill the queue in: sorted."""

    def run(session: Any) -> Any:
        coordinator = tf.train.Coordinator()
        threads = tf.train.start_queue_runners(session, coordinator)
        found = [session.run(batches) for _ in range(count)]
        coordinator.request_stop()
        coordinator.join(threads, stop_grace_period_secs=5)
        return found

    return run


@builder
def buckets(tf: Any) -> Any:
    lengths = tf.train.input_producer([3, 9, 4, 2, 8, 7, 1, 12], shuffle=False).dequeue()
    values = tf.range(lengths) * 2
    bucketed = tf.contrib.training.bucket_by_sequence_length(
        lengths, [values], 2, [5, 10], dynamic_pad=True, capacity=1, bucket_capacities=[3, 3, 3]
    )
    batches = (bucketed[0], tf.shape(bucketed[1][0])[0], tf.reduce_sum(tf.shape(bucketed[1][0])[1:]) > 0)
    return _from_queue(tf, tf.shape(batches[0]), 2)


@builder
def segments_with_states(tf: Any) -> Any:
    """Two sequences of 5 and 3 steps in segments of 2, with a state that adds up."""
    sequence = tf.constant(np.arange(10, dtype=np.float32).reshape(5, 2))
    batch = tf.contrib.training.batch_sequences_with_states(
        input_key=tf.constant("only"),
        input_sequences={"x": sequence},
        input_context={"c": tf.constant(7.0)},
        input_length=tf.constant(5),
        initial_states={"total": tf.zeros([2])},
        num_unroll=2,
        batch_size=1,
        num_threads=1,
        capacity=1,
        make_keys_unique=True,
        make_keys_unique_seed=3,
    )
    total = batch.state("total") + tf.reduce_sum(batch.sequences["x"], 1)
    save = batch.save_state("total", total)
    with tf.control_dependencies([save]):
        outputs = [tf.identity(each) for each in (total, batch.sequences["x"], batch.context["c"], batch.length)]
        outputs += [batch.sequence, batch.sequence_count, batch.total_length]
    return _from_queue(tf, outputs, 3)


@builder
def hyperparameters(tf: Any) -> Any:
    values = tf.contrib.training.HParams(rate=0.1, units=3, names=["a", "b"], on=True)
    values.parse("rate=1e-2,names=[x,y,z],on=false").parse_json('{"units": 7}')
    texts = [values.to_json(sort_keys=True), repr(values), str(values.get("units"))]
    again = tf.contrib.training.HParams(hparam_def=values.to_proto())
    texts.append(str(sorted(again.values().items())[1:]))
    return tf.constant(texts)
