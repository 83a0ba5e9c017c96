"""The elements of a fused `dataset.shuffle(n).repeat()`: one stream of random numbers runs through all its epochs.

TensorFlow 2's kernels start every epoch with a generator of its own, so the first epoch is left to them, and what
follows is put in order here. The elements are handled as optionals, one variant each: only handles are moved.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.backend import mode
from tfcompat.backend.internals import dataset_ops, gen_dataset_ops
from tfcompat.backend.v1api import v1

_UNKNOWN = -2  # what the op DatasetCardinality answers
_CHUNK = 512


def shuffled_epochs(source: Any, variant: Any, buffer_size: Any, seed: Any, seed2: Any, count: Any) -> Any:
    """The variant of the fused dataset, built in the current graph, which is a function's.

    Args:
      source: the dataset that is shuffled, for the types of its elements.
      variant: its variant in this graph.
      buffer_size, seed, seed2, count: as of the op ShuffleAndRepeatDataset.
    """
    with mode.view(tf1=False):
        elements = dataset_ops._VariantDataset(
            variant, tuple(v1.TensorSpec(*each) for each in zip(source._flat_shapes, source._flat_types, strict=True))
        )
        seed, seed2 = _seeds(seed, seed2)
        size = v1.raw_ops.DatasetCardinality(input_dataset=variant)
        by_kernel = v1.cast(v1.logical_and(v1.not_equal(size, _UNKNOWN), v1.not_equal(count, 0)), v1.int64)
        first = _by_kernel(elements, buffer_size, seed, seed2).take(-by_kernel)
        rest = v1.where_v2(count > 0, count - by_kernel, count)
        drawn = v1.maximum(by_kernel * size, 0)
        return first.concatenate(_in_one_stream(elements, buffer_size, seed, seed2, rest, drawn))._variant_tensor


def _seeds(seed: Any, seed2: Any) -> tuple[Any, Any]:
    """The two given; two zeros ask for any."""
    given = v1.stack([seed, seed2])
    highest = v1.constant(2**62, v1.int64)
    any_two = v1.raw_ops.RandomUniformInt(shape=[2], minval=v1.ones([], v1.int64), maxval=highest)
    seeds = v1.where_v2(v1.reduce_any(v1.not_equal(given, 0)), given, any_two)
    return seeds[0], seeds[1]


def _by_kernel(elements: Any, buffer_size: Any, seed: Any, seed2: Any) -> Any:
    variant = gen_dataset_ops.shuffle_and_repeat_dataset_v2(
        elements._variant_tensor,
        buffer_size=buffer_size,
        seed=seed,
        seed2=seed2,
        count=v1.constant(1, v1.int64),
        seed_generator=gen_dataset_ops.dummy_seed_generator(),
        reshuffle_each_iteration=False,
        **elements._flat_structure,
    )
    return dataset_ops._VariantDataset(variant, elements.element_spec)


def _in_one_stream(elements: Any, buffer_size: Any, seed: Any, seed2: Any, count: Any, drawn: Any) -> Any:
    """`count` epochs, after `drawn` numbers of the stream were used; an epoch without elements ends them."""
    nothing = v1.raw_ops.DynamicStitch(indices=[v1.zeros([0], v1.int32)], data=[v1.reshape(_no_element(), [1])[:0]])

    def step(state: Any, item: Any) -> Any:
        (held, begun, used), (arrived, ended) = state, item
        here, more = v1.size(held), v1.size(arrived)
        pool = v1.raw_ops.DynamicStitch(indices=[v1.range(here), v1.range(here, here + more)], data=[held, arrived])
        words = _random_words(seed, seed2, used, here + more)
        out, left = v1.numpy_function(_draw, [buffer_size, here + more, ended, words], [v1.int32, v1.int32])
        out.set_shape([None])
        left.set_shape([None])
        used += v1.size(out, out_type=v1.int64)
        empty = v1.logical_and(ended, v1.equal(used, begun))
        begun = v1.where_v2(ended, used, begun)
        return (v1.gather(pool, left), begun, used), (v1.gather(pool, out), empty)

    optionals = elements.map(lambda *parts: v1.raw_ops.OptionalFromValue(components=list(parts)))
    chunks = optionals.batch(v1.clip_by_value(buffer_size, 1, _CHUNK)).map(lambda chunk: (chunk, False))
    end = dataset_ops.DatasetV2.from_tensors(0).map(lambda _: (v1.reshape(_no_element(), [1])[:0], True))
    drawn_out = (
        chunks.concatenate(end)
        .repeat(count)
        .scan((nothing, drawn, drawn), step)
        .take_while(lambda _, empty: v1.logical_not(empty))
        .map(lambda out, _: out)
        .unbatch()
    )
    return drawn_out.map(
        lambda one: tuple(
            v1.raw_ops.OptionalGetValue(
                optional=one, output_types=elements._flat_types, output_shapes=elements._flat_shapes
            )
        )
    )


def _no_element() -> Any:
    return v1.raw_ops.OptionalNone()


def _random_words(seed: Any, seed2: Any, used: Any, number: Any) -> Any:
    """At least `number` words of the stream that the kernels draw from with these seeds, from position `used` on."""
    words = v1.raw_ops.StatelessRandomUniformFullIntV2(
        shape=[number + 4],  # the generator makes four at a time
        key=v1.reshape(v1.bitcast(seed, v1.uint64), [1]),
        counter=v1.stack([v1.bitcast(used // 4, v1.uint64), v1.bitcast(seed2, v1.uint64)]),
        alg=1,  # Philox
        dtype=v1.uint32,
    )
    return v1.cast(words, v1.int64)[used % 4 :]


def _draw(buffer_size: Any, size: Any, ended: Any, words: Any) -> tuple[np.ndarray, np.ndarray]:
    """Which of `size` elements leave the buffer, in this order, and which stay, in theirs.

    As the kernel does it: the element drawn changes places with the first, and the buffer moves on by one. Before the
    end of an epoch it draws only from a full buffer.
    """
    window, total = int(buffer_size), int(size)
    places = list(range(total))
    stop = total if ended else max(0, total - window + 1)
    for start, word in zip(range(stop), words.tolist(), strict=False):
        at = start + word % min(window, total - start)
        places[start], places[at] = places[at], places[start]
    return np.array(places[:stop], np.int32), np.array(places[stop:], np.int32)
