"""`rejection_sample` and `stratified_sample`: batches of examples that are kept with a probability."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from tfcompat.backend.internals import check_ops, control_flow_ops, indexed_slices
from tfcompat.backend.internals_training import input_queues
from tfcompat.backend.v1api import v1

_after = control_flow_ops.with_dependencies


def rejection_sample(
    tensors: Any,
    accept_prob_fn: Callable[[Any], Any],
    batch_size: Any,
    queue_threads: int = 1,
    enqueue_many: bool = False,
    prebatch_capacity: int = 16,
    prebatch_threads: int = 1,
    runtime_checks: bool = False,
    name: str | None = None,
) -> list[Any]:
    """`tf.contrib.training.rejection_sample` of 1.15: batches of the examples that `accept_prob_fn` lets pass."""
    with v1.variable_scope(name, "rejection_sample", tensors):
        flat = indexed_slices.convert_n_to_tensor_or_indexed_slices(tensors)
        if enqueue_many:
            flat = _one_at_a_time(_same_batch(flat), prebatch_threads, prebatch_capacity)
        probability = accept_prob_fn(flat)
        if runtime_checks:
            checks = [
                check_ops.assert_less_equal(0.0, probability),
                check_ops.assert_less_equal(probability, 1.0),
            ]
            probability = v1.identity(_after(checks, probability), name="prob_with_checks")
        batch = input_queues.maybe_batch(
            flat, keep_input=v1.random_uniform([]) < probability, batch_size=batch_size, num_threads=queue_threads
        )
        return list(batch) if isinstance(batch, (list, tuple)) else [batch]


def stratified_sample(
    tensors: Sequence[Any],
    labels: Any,
    target_probs: Any,
    batch_size: Any,
    init_probs: Any = None,
    enqueue_many: bool = False,
    queue_capacity: int = 16,
    threads_per_queue: int = 1,
    name: str | None = None,
) -> tuple[list[Any], Any]:
    """`tf.contrib.training.stratified_sample` of 1.15: batches whose labels are distributed as `target_probs`.

    Without `init_probs`, how often each class comes in is counted in the variable `class_count`.

    Raises:
      ValueError: the probabilities differ in length, or a shape does not fit.
    """
    with v1.name_scope(name, "stratified_sample", [*tensors, labels]):
        flat = indexed_slices.convert_n_to_tensor_or_indexed_slices(tensors)
        labels = v1.convert_to_tensor(labels)
        wanted = v1.convert_to_tensor(target_probs, dtype=v1.float32)
        if not enqueue_many:
            flat = [v1.expand_dims(tensor, 0) for tensor in flat]
            labels = v1.expand_dims(labels, 0)
        if init_probs is None:
            wanted.get_shape().assert_is_fully_defined()
            first = _estimate_data_distribution(labels, wanted.get_shape().num_elements())
        else:
            first = v1.convert_to_tensor(init_probs, dtype=v1.float32)
        flat, labels, [first, wanted] = _verify_input(flat, labels, [first, wanted])
        possible = v1.Assert(
            v1.reduce_all(v1.logical_or(v1.not_equal(first, 0), v1.equal(wanted, 0))),
            ["All classes with zero initial probability must also have zero target probability: ", first, wanted],
        )
        accept = _acceptance(_after([possible], first), wanted)
        singles = _one_at_a_time([*flat, labels], threads_per_queue, queue_capacity)
        keep = v1.random_uniform([]) < v1.gather(accept, singles[-1])
        batch = input_queues.maybe_batch(singles, keep_input=keep, batch_size=batch_size, num_threads=threads_per_queue)
        return batch[:-1], batch[-1]


def _one_at_a_time(flat: Sequence[Any], threads: int, capacity: int) -> list[Any]:
    """The rows of batches, one by one, out of a queue."""
    rows = input_queues.batch(flat, batch_size=1, num_threads=threads, capacity=capacity, enqueue_many=True)
    rows = rows if isinstance(rows, (list, tuple)) else [rows]
    return [v1.squeeze(row, [0]) for row in rows]


def _acceptance(first: Any, wanted: Any) -> Any:
    """How likely an example of each class is kept; says so if most are not."""
    accept = _calculate_acceptance_probabilities(first, wanted)
    rejected = v1.reduce_sum((1 - accept) * first)
    told = "Proportion of examples rejected by sampler is high."
    return v1.cond(v1.less(rejected, 0.5), lambda: accept, lambda: v1.Print(accept, [accept], message=told, first_n=10))


def _calculate_acceptance_probabilities(init_probs: Any, target_probs: Any) -> Any:
    ratio = target_probs / init_probs
    ratio = v1.where_v2(v1.is_nan(ratio), v1.zeros_like(ratio), ratio)
    return ratio / v1.reduce_max(ratio)


def _estimate_data_distribution(labels: Any, num_classes: int, smoothing_constant: int = 10) -> Any:
    """The share of each class among the labels seen so far, float32 `[classes]`."""
    if smoothing_constant <= 0:
        raise ValueError("smoothing_constant must be nonzero.")
    seen = v1.Variable(
        initial_value=[smoothing_constant] * num_classes, trainable=False, name="class_count", dtype=v1.int64
    )
    counts = seen.assign_add(v1.reduce_sum(v1.one_hot(labels, num_classes, dtype=v1.int64), 0))
    # A copy: what is read must not change under the next step's assignment.
    counts = counts + 0
    return v1.cast(v1.truediv(counts, v1.reduce_sum(counts)), v1.float32)


def _same_batch(flat: Sequence[Any]) -> Sequence[Any]:
    for tensor in flat:
        rows = tensor.get_shape().with_rank_at_least(1)[0]
        v1.Dimension(rows).assert_is_compatible_with(flat[0].get_shape()[0])
    return flat


def _verify_input(tensor_list: Any, labels: Any, probs_list: Sequence[Any]) -> tuple[list[Any], Any, list[Any]]:
    """The same tensors, checked as far as possible now and else when they are run."""
    tolerance = 1e-6
    checked = []
    for probabilities in probs_list:
        probabilities.get_shape().assert_is_fully_defined()
        probabilities.get_shape().assert_has_rank(1)
        total = v1.reduce_sum(probabilities)
        checks = [
            check_ops.assert_non_negative(probabilities),
            check_ops.assert_less(total, 1.0 + tolerance),
            check_ops.assert_less(1.0 - tolerance, total),
        ]
        checked.append(_after(checks, probabilities))
    classes = checked[0].get_shape().num_elements()
    if any(each.get_shape().num_elements() != classes for each in checked):
        raise ValueError("Probability parameters must have the same length.")
    labels.get_shape().assert_has_rank(1)
    for tensor in tensor_list:
        v1.Dimension(tensor.get_shape().with_rank_at_least(1)[0]).assert_is_compatible_with(labels.get_shape()[0])
    rows = v1.shape(labels)[0]
    some = check_ops.assert_positive(rows)
    labels = _after([some], labels)
    tensors = [_after([some, check_ops.assert_equal(v1.shape(x)[0], rows)], x) for x in tensor_list]
    checks = [
        check_ops.assert_integer(labels),
        check_ops.assert_non_negative(labels),
        check_ops.assert_less(labels, v1.cast(classes, labels.dtype)),
    ]
    return tensors, _after(checks, labels), checked
