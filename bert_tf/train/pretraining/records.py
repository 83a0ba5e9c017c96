"""Instances in TFRecord files, as google-research/bert's programs write and read them."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import tensorflow as tf

from bert_tf.train.pretraining import documents
from bert_tf.train.pretraining.instances import Instance, Settings, instances

IGNORED = -100


def write(sources: Iterable[str | Path], tokenizer: Any, targets: Sequence[str | Path], settings: Settings) -> int:
    """Makes pre-training data of text files; the instances go to the targets in turn.

    Source: google-research/bert's `create_pretraining_data.py`, whose records these are, to the byte, for the same
    seed. Only the order of the fields in a record is fixed here, and there another in each run; and its tokenizer
    takes `[MASK]` in a text for several pieces, ours for one.

    Returns:
      How many instances there are.

    Raises:
      FileNotFoundError, ValueError: a source cannot be read, or none has text.
    """
    found = instances(documents.read(sources, tokenizer), tokenizer, settings)
    with contextlib.ExitStack() as stack:
        writers = [stack.enter_context(tf.io.TFRecordWriter(str(each))) for each in targets]
        for number, instance in enumerate(found):
            record = example(instance, tokenizer, settings).SerializeToString(deterministic=True)
            writers[number % len(writers)].write(record)
    return len(found)


def example(instance: Instance, tokenizer: Any, settings: Settings) -> Any:
    """An instance as a `tf.train.Example`, filled up with zeros."""
    hidden, length, most = instance.hidden, settings.max_seq_length, settings.max_predictions_per_seq
    ids = tokenizer.convert_tokens_to_ids(hidden.tokens)
    features = {
        "input_ids": _whole(ids, length),
        "input_mask": _whole([1] * len(ids), length),
        "segment_ids": _whole(instance.segment_ids, length),
        "masked_lm_positions": _whole(hidden.positions, most),
        "masked_lm_ids": _whole(tokenizer.convert_tokens_to_ids(hidden.labels), most),
        "masked_lm_weights": _real([1.0] * len(hidden.labels), most),
        "next_sentence_labels": _whole([int(instance.random_next)], 1),
    }
    return tf.train.Example(features=tf.train.Features(feature=features))


def dataset(files: Iterable[str | Path], batch_size: int, settings: Settings) -> Any:
    """Batches out of such files for `BertForPreTraining` under `fit`: the inputs and the labels in one mapping.

    int32 `input_ids`, `attention_mask`, `token_type_ids` and `labels` [B,T], -100 where nothing is hidden, and
    `next_sentence_label` [B].
    """
    length, most = settings.max_seq_length, settings.max_predictions_per_seq
    sizes = {"input_ids": length, "input_mask": length, "segment_ids": length, "masked_lm_positions": most,
             "masked_lm_ids": most, "next_sentence_labels": 1}  # fmt: skip
    kinds: dict[str, Any] = {name: tf.io.FixedLenFeature([size], tf.int64) for name, size in sizes.items()}
    kinds["masked_lm_weights"] = tf.io.FixedLenFeature([most], tf.float32)

    def one(record: Any) -> dict[str, Any]:
        found = tf.io.parse_single_example(record, kinds)
        there = tf.boolean_mask(tf.range(most), found["masked_lm_weights"] > 0)
        places = tf.gather(found["masked_lm_positions"], there)[:, tf.newaxis]
        labels = tf.tensor_scatter_nd_update(
            tf.fill([length], tf.constant(IGNORED, tf.int64)), places, tf.gather(found["masked_lm_ids"], there)
        )
        given = {
            "input_ids": found["input_ids"],
            "attention_mask": found["input_mask"],
            "token_type_ids": found["segment_ids"],
            "labels": labels,
            "next_sentence_label": found["next_sentence_labels"][0],
        }
        return {name: tf.cast(each, tf.int32) for name, each in given.items()}

    return tf.data.TFRecordDataset([str(each) for each in files]).map(one).batch(batch_size)


def _whole(values: Sequence[int], length: int) -> Any:
    return tf.train.Feature(int64_list=tf.train.Int64List(value=[*values, *[0] * (length - len(values))]))


def _real(values: Sequence[float], length: int) -> Any:
    return tf.train.Feature(float_list=tf.train.FloatList(value=[*values, *[0.0] * (length - len(values))]))
