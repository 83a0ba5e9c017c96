"""`SequenceQueueingStateSaver`: sequences cut into segments, whose recurrent state waits for the next segment.

Segments lie in a barrier, keyed `00000_of_00003:key`; one may be taken once its state has been put in by whoever ran
the segment before.
"""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals import check_ops, tensor_lib
from tfcompat.backend.internals_training import data_flow_ops, queue_runner
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.training import sequence_checks as checks
from tfcompat.tf1.contrib.training import sequence_padding as sparse
from tfcompat.tf1.contrib.training.sequence_batch import NextQueuedSequenceBatch
from tfcompat.tf1.contrib.training.sequence_padding import padding as _padding  # noqa: F401
from tfcompat.tf1.contrib.training.sequence_padding import restore_sparse as _reconstruct_sparse_tensor_seq  # noqa: F401
from tfcompat.tf1.contrib.training.sequence_padding import store_sparse as _deconstruct_sparse_tensor_seq  # noqa: F401

_FIXED = ("length", "total_length", "next_key", "sequence", "sequence_count")
_TOKEN = 21051976  # what it is does not matter


class SequenceQueueingStateSaver:
    """`tf.contrib.training.SequenceQueueingStateSaver` of 1.15.

    `input_sequences` are `[padded length, …]`, `input_context` and `initial_states` have known shapes; one example is
    put in at a time by `prefetch_op`, and `next_batch` takes `batch_size` segments of `num_unroll` steps.

    Raises:
      TypeError: a dictionary, name or dtype is none.
      ValueError: a shape is not known where it must be, or `capacity` is below `batch_size`.
    """

    def __init__(
        self,
        batch_size: Any,
        num_unroll: int,
        input_length: Any,
        input_key: Any,
        input_sequences: dict[str, Any],
        input_context: dict[str, Any],
        initial_states: dict[str, Any],
        capacity: Any = None,
        allow_small_batch: bool = False,
        name: str | None = None,
    ) -> None:
        if capacity is not None and isinstance(batch_size, tensor_lib.Tensor):
            big = check_ops.assert_greater_equal(
                v1.cast(capacity, dtype=v1.int64),
                v1.cast(batch_size, dtype=v1.int64),
                message="capacity needs to be >= batch_size.",
            )
            with v1.control_dependencies([big]):
                input_key = v1.identity(input_key)
        elif capacity is not None and capacity < batch_size:
            raise ValueError(f"capacity {capacity} needs to be >= batch_size {batch_size}")
        self._capacity_queue = v1.FIFOQueue(capacity=capacity, dtypes=[v1.int32], shapes=[[]])
        self._batch_size, self._num_unroll = batch_size, num_unroll
        self._allow_small_batch = allow_small_batch
        self._prefetch_op: Any = None
        self._next_batch: NextQueuedSequenceBatch | None = None
        with v1.colocate_with(self._capacity_queue.queue_ref):
            _check_states(initial_states)
            given = [input_length, input_key, *input_sequences.values(), *input_context.values()]
            with v1.name_scope(name, "InputQueueingStateSaver", given) as scope:
                self._name = self._scope = scope
                self._take_in(input_length, input_key, input_sequences, input_context, initial_states)
                self._create_barrier()

    def _take_in(self, length: Any, key: Any, sequences: Any, context: Any, states: Any) -> None:
        """Converts and checks the inputs."""
        length = v1.convert_to_tensor(length, name="length")
        key = v1.convert_to_tensor(key, name="key")
        checks.check_names("sequence key", sequences, False, "sequences")
        checks.check_names("context key", context, True, "context")
        sequences = _tensors(sequences, "sequence")
        context = _tensors(context, "context")
        states = _tensors(states, "state")
        checks.check_defined("state", states)
        checks.check_defined("context", context)
        checks.check_defined("sequence", sequences, but_the_first=True)
        length, self._key = checks.check_rank(length, 0), checks.check_rank(key, 0)
        if length.dtype != v1.int32:
            raise TypeError(f"length dtype must be int32, but received: {length.dtype}")
        if key.dtype != v1.string:
            raise TypeError(f"key dtype must be string, but received: {key.dtype}")
        padded = v1.identity(v1.shape(next(iter(sequences.values())))[0], name="padded_length")
        self._padded_length = checks.check_multiple_of(padded, self._num_unroll)
        self._sequences = {
            k: checks.check_dimensions(v, [0], [self._padded_length], f"sorted_sequences_{k}")
            for k, v in sequences.items()
        }
        self._context, self._states = context, states
        told = "Input length should be <= than length from sequences:"
        fits = v1.less_equal(length, self._padded_length)
        with v1.control_dependencies([v1.Assert(fits, [told, length, " vs. ", self._padded_length])]):
            self._length = v1.identity(length)

    def _create_barrier(self) -> None:
        """The barrier, with one component for each part of a segment."""
        steps = [self._num_unroll]
        parts = [("sequence", k, v.dtype, steps + v.shape.as_list()[1:]) for k, v in self._sequences.items()]
        for kind, table in (("context", self._context), ("state", self._states)):
            parts += [(kind, k, v.dtype, v.shape.as_list()) for k, v in table.items()]
        self._components = [*_FIXED, *((kind, key) for kind, key, _, _ in parts)]
        types = [v1.int32, v1.int32, v1.string, v1.int32, v1.int32, *(dtype for _, _, dtype, _ in parts)]
        shapes = [(), (), (), (), (), *(shape for *_, shape in parts)]
        self._barrier = data_flow_ops.Barrier(types=types, shapes=shapes)

    @property
    def name(self) -> str:
        return self._name

    @property
    def barrier(self) -> Any:
        return self._barrier

    @property
    def batch_size(self) -> Any:
        return self._batch_size

    @property
    def num_unroll(self) -> int:
        return self._num_unroll

    @property
    def prefetch_op(self) -> Any:
        """Puts one example in; run it again and again, from a queue runner."""
        if self._prefetch_op is None:
            with v1.name_scope(None), v1.name_scope(self._scope, values=[self._barrier.barrier_ref]):
                self._create_prefetch_op()
        return self._prefetch_op

    @property
    def next_batch(self) -> NextQueuedSequenceBatch:
        """The batch of segments that the next run takes."""
        _ = self.prefetch_op
        if self._next_batch is None:
            with v1.name_scope(None), v1.name_scope(self._scope, values=[self._barrier.barrier_ref]):
                self._next_batch = NextQueuedSequenceBatch(self)
        return self._next_batch

    def close(self, cancel_pending_enqueues: bool = False, name: str | None = None) -> Any:
        """An op after which nothing more goes in."""
        with v1.name_scope(name, "SQSSClose", [self._prefetch_op]) as scope:
            barrier = self.barrier.close(cancel_pending_enqueues, "BarrierClose")
            queue = self._capacity_queue.close(cancel_pending_enqueues, "FIFOClose")
            return v1.group(barrier, queue, name=scope)

    def component(self, part: Any) -> int:
        """Where a part of a segment, `length` or `("state", name)`, is in the barrier."""
        return self._components.index(part)

    def insert(self, part: Any, keys: Any, value: Any, name: str) -> Any:
        return self._barrier.insert_many(self.component(part), keys, value, name=f"Barrier{name}")

    def _create_prefetch_op(self) -> None:
        count = v1.div(self._padded_length, self._num_unroll)
        ones = v1.ones(v1.expand_dims(count, 0), dtype=v1.int32)
        number = v1.range(count)
        left = v1.maximum(0, self._length - self._num_unroll * number)
        fixed = {
            "sequence": (number, "InsertSequence"),
            "sequence_count": (count * ones, "InsertSequenceCount"),
            "next_key": (None, "InsertNextKey"),
            "length": (v1.minimum(self._num_unroll, left), "InsertLength"),
            "total_length": (self._length * ones, "InsertTotalLength"),
        }
        keys, fixed["next_key"] = self._keys(number, count)
        segments = {k: self._cut(k, v, count) for k, v in self._sequences.items()}
        repeated = {k: _repeated(k, v, count) for k, v in self._context.items()}
        inserts = [self.insert(part, keys, value, name) for part, (value, name) in fixed.items()]
        inserts += [self.insert(("context", k), keys, v, f"InsertContext_{k}") for k, v in repeated.items()]
        inserts += [self.insert(("sequence", k), keys, v, f"InsertSequences_{k}") for k, v in segments.items()]
        token = self._capacity_queue.enqueue((_TOKEN,))
        first = inserts[0]
        with v1.control_dependencies([first, token]):
            for k, v in self._states.items():
                place = f"InitialInsertState_{k}"
                inserts.append(self.insert(("state", k), v1.stack([keys[0]]), v1.stack([v]), place))
        self._prefetch_op = v1.group(token, *inserts, name="StateSaverPrefetchGroup")

    def _keys(self, number: Any, count: Any) -> tuple[Any, Any]:
        """The keys of an example's segments, and for each that of the segment after it."""
        of = [v1.as_string(number, width=5, fill="0"), "_of_", v1.as_string(count, width=5, fill="0")]
        keys = v1.string_join([*of, ":", self._key], name="StringJoinCurrentKeys")
        stop = v1.string_join(["STOP:", self._key], name="StringJoinStop")
        after = v1.concat([v1.slice(keys, [1], [-1]), v1.expand_dims(stop, 0)], 0, name="concat_next_keys")
        return keys, (after, "InsertNextKey")

    def _cut(self, key: str, value: Any, count: Any) -> Any:
        """A sequence as segments, `[count, num_unroll, …]`."""
        rest = value.get_shape().as_list()[1:]
        sizes = [v1.expand_dims(count, 0), v1.expand_dims(self._num_unroll, 0), rest]
        shape = v1.concat(sizes, 0, name=f"concat_sequences_{key}") if rest else v1.concat(sizes[:2], 0)
        segments = v1.reshape(value, shape, name=f"reshape_sequences_{key}")
        expected = [count, self._num_unroll, *rest]
        return checks.check_dimensions(segments, list(range(len(expected))), expected, f"reshaped_sequences_{key}")


def _check_states(states: Any) -> None:
    if not isinstance(states, dict):
        raise TypeError("initial_states must be a dictionary")
    if not states:
        raise ValueError(
            "initial_states may not be empty: at least one state variable is required to properly enqueue split "
            "sequences to run in separate iterations"
        )
    for key in states:
        if not isinstance(key, str):
            raise TypeError(f"state name must be a string: {key}")
        if ":" in key:
            raise ValueError(f"state name may not have a colon: '{key}'")


def _tensors(table: dict[str, Any], kind: str) -> dict[str, Any]:
    """The same as tensors, sorted by name."""
    converted = {k: v1.convert_to_tensor(v, name=f"{kind}_{k}") for k, v in table.items()}
    return dict(sorted(converted.items()))


def _repeated(key: str, value: Any, count: Any) -> Any:
    """A context for each segment, `[count, …]`."""
    shape = value.get_shape().as_list()
    times = v1.concat(
        [v1.expand_dims(count, 0), v1.constant([1] * len(shape), dtype=v1.int32)], 0, name=f"concat_context_{key}"
    )
    tiled = v1.tile(v1.expand_dims(value, 0), times, name=f"tile_context_{key}")
    return checks.check_dimensions(tiled, list(range(len(shape) + 1)), [count, *shape], f"expanded_context_{key}")


def batch_sequences_with_states(
    input_key: Any,
    input_sequences: dict[str, Any],
    input_context: dict[str, Any],
    input_length: Any,
    initial_states: dict[str, Any],
    num_unroll: int,
    batch_size: Any,
    num_threads: int = 3,
    capacity: int = 1000,
    allow_small_batch: bool = True,
    pad: bool = True,
    make_keys_unique: bool = False,
    make_keys_unique_seed: Any = None,
    name: str | None = None,
) -> NextQueuedSequenceBatch:
    """`tf.contrib.training.batch_sequences_with_states` of 1.15: a state saver with its queue runner, and its batch.

    Sequences and context may be sparse; with `pad`, sequences are lengthened to a multiple of `num_unroll`.
    """
    given = [*input_sequences.values(), *input_context.values(), *initial_states.values()]
    with v1.name_scope(name, "batch_sequences_with_states", given):
        if pad:
            length, input_sequences = sparse.padding(input_sequences, num_unroll)
            input_length = input_length if input_length is not None else length
        elif input_sequences:
            input_sequences = {
                key: sparse.check_whole_segments(key, value, num_unroll) for key, value in input_sequences.items()
            }
        sparse.move_sparse_out_of_context(input_context, input_sequences, num_unroll)
        sequences, sparse_keys, made_by = sparse.store_sparse(input_sequences)
        if make_keys_unique:
            number = v1.random_uniform((), minval=0, maxval=100000000, dtype=v1.int32, seed=make_keys_unique_seed)
            input_key = v1.string_join([input_key, v1.as_string(number)])
        saver = SequenceQueueingStateSaver(
            batch_size,
            num_unroll,
            input_length=input_length,
            input_key=input_key,
            input_sequences=sequences,
            input_context=input_context,
            initial_states=initial_states,
            capacity=capacity,
            allow_small_batch=allow_small_batch,
        )
        ready = v1.cast(saver.barrier.ready_size(), v1.float32)
        v1.summary.scalar(f"queue/{saver.barrier.name}/ready_segment_batches_", ready)
        closed = (v1.errors.OutOfRangeError, v1.errors.CancelledError)
        runner = queue_runner.QueueRunner(saver, [saver.prefetch_op] * num_threads, queue_closed_exception_types=closed)
        queue_runner.add_queue_runner(runner)
        batch = saver.next_batch
        sparse.restore_sparse(batch.sequences, sparse_keys, made_by, batch_size, num_unroll)
        sparse.move_sparse_into_context(batch.context, batch.sequences)
        return batch
