"""`tensorflow.models.rnn.ptb.reader`: the Penn Treebank text as word numbers, in batches."""

from __future__ import annotations

import collections
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from tfcompat.backend.v1api import v1

__all__ = ["ptb_iterator", "ptb_producer", "ptb_raw_data"]


def ptb_raw_data(data_path: str | None = None) -> tuple[list[int], list[int], list[int], int]:
    """Word numbers of `ptb.train.txt`, `ptb.valid.txt` and `ptb.test.txt`, and how many words there are."""
    train, valid, test = (_words(Path(data_path or "") / f"ptb.{part}.txt") for part in ("train", "valid", "test"))
    ranked = sorted(collections.Counter(train).items(), key=lambda pair: (-pair[1], pair[0]))
    numbers = {word: number for number, (word, _) in enumerate(ranked)}
    known = ([numbers[word] for word in words if word in numbers] for words in (train, valid, test))
    return *known, len(numbers)  # type: ignore[return-value]


def ptb_iterator(raw_data: Any, batch_size: int, num_steps: int) -> Iterator[tuple[Any, Any]]:
    """Pairs of arrays [batch_size, num_steps]: words, and the words that follow them."""
    words = np.array(raw_data, dtype=np.int32)
    length = len(words) // batch_size
    rows = words[: batch_size * length].reshape(batch_size, length)
    for at in range(_epoch_size(length, num_steps)):
        start = at * num_steps
        yield rows[:, start : start + num_steps], rows[:, start + 1 : start + num_steps + 1]


def ptb_producer(raw_data: Any, batch_size: int, num_steps: int, name: str | None = None) -> tuple[Any, Any]:
    """The same as tensors, fed by a queue; needs queue runners."""
    with v1.name_scope(name, "PTBProducer", [raw_data, batch_size, num_steps]):
        words = v1.convert_to_tensor(raw_data, name="raw_data", dtype=v1.int32)
        length = v1.size(words) // batch_size
        rows = v1.reshape(words[0 : batch_size * length], [batch_size, length])
        epoch = (length - 1) // num_steps
        check = v1.assert_positive(epoch, message="epoch_size == 0, decrease batch_size or num_steps")
        with v1.control_dependencies([check]):
            epoch = v1.identity(epoch, name="epoch_size")
        at = v1.train.range_input_producer(epoch, shuffle=False).dequeue()
        batches = []
        for shift in (0, 1):
            start = at * num_steps + shift
            batch = v1.strided_slice(rows, [0, start], [batch_size, start + num_steps])
            batch.set_shape([batch_size, num_steps])
            batches.append(batch)
        return batches[0], batches[1]


def _words(path: Path) -> list[str]:
    with v1.gfile.GFile(str(path), "r") as file:
        return file.read().replace("\n", "<eos>").split()


def _epoch_size(length: int, num_steps: int) -> int:
    epochs = (length - 1) // num_steps
    if epochs == 0:
        raise ValueError("epoch_size == 0, decrease batch_size or num_steps")
    return epochs
