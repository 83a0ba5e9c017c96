"""Feeds from arrays and frames."""

import numpy as np
import pandas
import pytest

import tfcompat.v1 as tf
from tfcompat.tf1.contrib.learn.learn_io import data_feeder

ROWS, LABELS = np.arange(10.0, dtype=np.float32).reshape(5, 2), np.array([0, 2, 1, 2, 0])


def _fed(feeder):
    with tf.Graph().as_default():
        rows, labels = feeder.input_builder()
        fed = feeder.get_feed_dict_fn()()
        return fed[rows.name], None if labels is None else fed[labels.name]


def test_batches_in_order_and_a_short_one_at_the_end():
    feeder = data_feeder.DataFeeder(ROWS, LABELS, None, batch_size=3, shuffle=False, epochs=1)
    rows, labels = _fed(feeder)
    assert rows.tolist() == ROWS[:3].tolist() and labels.tolist() == [0, 2, 1]
    assert len(feeder.get_feed_dict_fn()()) == 2 and feeder.epoch == 1
    with pytest.raises(StopIteration):
        feeder.get_feed_dict_fn()()


def test_classes_become_rows_of_ones_and_zeros():
    _, labels = _fed(data_feeder.DataFeeder(ROWS, LABELS, 3, batch_size=2, shuffle=False))
    assert labels.tolist() == [[1, 0, 0], [0, 0, 1]]


def test_rows_are_shuffled_as_1_15_shuffled_them():
    rows, _ = _fed(data_feeder.DataFeeder(ROWS, None, None, batch_size=5))
    assert rows.tolist() == ROWS[np.random.RandomState(42).permutation(5)].tolist()


def test_frames_give_their_numbers():
    frame = pandas.DataFrame({"a": [1, 2], "b": [0.5, 1.5]})
    assert tf.contrib.learn.extract_pandas_data(frame).tolist() == [[1, 0.5], [2, 1.5]]
    with pytest.raises(ValueError, match=r"must be int, float, or bool. Found: 'c' type="):
        tf.contrib.learn.extract_pandas_data(pandas.DataFrame({"c": ["x"]}))
    with pytest.raises(ValueError, match="Only one column for labels"):
        tf.contrib.learn.extract_pandas_labels(frame)


def test_a_negative_batch_is_refused():
    with pytest.raises(ValueError, match="Invalid batch_size -1"):
        data_feeder.setup_predict_data_feeder(ROWS, -1)
