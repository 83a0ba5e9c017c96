"""`read_batch_features`: batches of parsed examples out of files, as tensors."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1


def read_batch_features(
    file_pattern: Any,
    batch_size: int,
    features: Any,
    reader: Any = None,
    reader_args: Any = None,
    randomize_input: bool = True,
    num_epochs: int | None = None,
    capacity: int = 10000,
) -> Any:
    """`tf.contrib.data.read_batch_features` of 1.15: name -> the next batch of each feature."""
    dataset = v1.data.experimental.make_batched_features_dataset(
        file_pattern,
        batch_size,
        features,
        reader=v1.data.TFRecordDataset if reader is None else reader,
        reader_args=reader_args,
        shuffle=randomize_input,
        num_epochs=num_epochs,
        shuffle_buffer_size=capacity,
    )
    return v1.data.make_one_shot_iterator(dataset).get_next()
