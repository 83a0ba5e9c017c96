"""`tf.contrib.tpu` where there is no TPU: a small transformer block by `TPUEstimator`. Batch 4, length 5, width 6."""

import tempfile
from typing import Any, Dict, List

import numpy as np

from tests.support.contrib_builders.estimators import losses_hook
from tests.support.contrib_builders.registry import builder

_WORDS = np.random.RandomState(8).randint(0, 9, (24, 5)).astype(np.int32)
_LABELS = (_WORDS.sum(1) % 2).astype(np.int32)


def _input(tf: Any, training: bool) -> Any:
    def make(params: Dict[str, Any]) -> Any:
        rows = tf.data.Dataset.from_tensor_slices({"words": _WORDS, "labels": _LABELS})
        if training:
            rows = rows.repeat().shuffle(buffer_size=30)
        return rows.apply(
            tf.data.experimental.map_and_batch(lambda row: row, params["batch_size"], drop_remainder=training)
        )

    return make


def _model(tf: Any) -> Any:
    def make(features: Dict[str, Any], labels: Any, mode: str, params: Dict[str, Any]) -> Any:
        training = mode == tf.estimator.ModeKeys.TRAIN
        table = tf.get_variable("table", [9, 6], initializer=tf.truncated_normal_initializer(stddev=0.02))
        words = tf.nn.embedding_lookup(table, features["words"])  # [4, 5, 6]
        scores = tf.matmul(words, words, transpose_b=True) / np.sqrt(6.0)  # [4, 5, 5]
        mixed = tf.matmul(tf.nn.softmax(scores), words)
        if training:
            mixed = tf.nn.dropout(mixed, keep_prob=0.9)
        words = tf.contrib.layers.layer_norm(words + mixed, begin_norm_axis=-1, begin_params_axis=-1)
        logits = tf.layers.dense(tf.reduce_mean(words, 1), 2)
        losses = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=features["labels"], logits=logits)
        loss = tf.reduce_mean(losses)
        tpu = tf.contrib.tpu
        if mode == tf.estimator.ModeKeys.PREDICT:
            return tpu.TPUEstimatorSpec(mode=mode, predictions={"logits": logits})
        if mode == tf.estimator.ModeKeys.EVAL:
            return tpu.TPUEstimatorSpec(mode=mode, loss=loss, eval_metrics=(_metrics(tf), [losses, logits]))
        optimizer = tf.train.AdamOptimizer(0.01)
        if params["use_tpu"]:
            optimizer = tpu.CrossShardOptimizer(optimizer)
        step = optimizer.minimize(loss, tf.train.get_or_create_global_step())
        return tpu.TPUEstimatorSpec(mode=mode, loss=loss, train_op=step, scaffold_fn=None)

    return make


def _metrics(tf: Any) -> Any:
    return lambda losses, logits: {"loss_of_rows": tf.metrics.mean(losses), "logits": tf.metrics.mean(logits)}


@builder
def estimator_without_a_tpu(tf: Any) -> Any:
    tpu = tf.contrib.tpu
    per_host = tpu.InputPipelineConfig.PER_HOST_V2
    config = tpu.RunConfig(
        model_dir=tempfile.mkdtemp(),
        tf_random_seed=5,
        save_checkpoints_steps=100,
        tpu_config=tpu.TPUConfig(iterations_per_loop=10, num_shards=8, per_host_input_for_training=per_host),
    )
    estimator = tpu.TPUEstimator(
        use_tpu=False, model_fn=_model(tf), config=config, train_batch_size=4, eval_batch_size=6, predict_batch_size=6
    )
    losses: List[Any] = []
    estimator.train(_input(tf, True), max_steps=20, hooks=[losses_hook(tf, losses)])
    metrics = estimator.evaluate(_input(tf, False), steps=3)
    rows = [each["logits"] for each in estimator.predict(_input(tf, False))]
    values = [np.asarray(metrics[name], np.float64) for name in sorted(metrics)]
    return [tf.constant(np.asarray(each)) for each in [losses, rows, *values]]
