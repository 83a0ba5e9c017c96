"""Modules of tf.contrib with a few names each: what the recorded builders do not show."""

import importlib

import numpy as np
import pytest

import tfcompat.v1 as tf


def test_keras_of_contrib_is_keras():
    keras = importlib.import_module("tensorflow.contrib.keras")
    assert keras.layers.Dense is tf.keras.layers.Dense
    assert importlib.import_module("tensorflow.contrib.keras.preprocessing.sequence").pad_sequences([[1]], 2).shape == (
        1,
        2,
    )


def test_op_libraries_that_are_not_there():
    with pytest.raises(tf.errors.NotFoundError):
        tf.contrib.util.loader.load_op_library("/nowhere/ops.so")


def test_constants_and_protocol_buffers():
    proto = tf.contrib.util.make_tensor_proto([1.5, 2.5])
    assert tf.contrib.util.make_ndarray(proto).tolist() == [1.5, 2.5]
    assert tf.contrib.util.constant_value(tf.constant(3)) == 3


def test_staging_area():
    area = tf.contrib.staging.StagingArea([tf.float32])
    put, get = area.put([tf.constant(2.0)]), area.get()
    with tf.Session() as session:
        session.run(put)
        assert session.run(get) == [2.0]


def test_stateless_draws_repeat():
    draw = tf.contrib.stateless.stateless_random_uniform([3], [1, 2])
    with tf.Session() as session:
        assert session.run(draw).tolist() == session.run(draw).tolist()


def test_numpy_state_in_a_checkpoint(tmp_path):
    state = tf.contrib.checkpoint.NumpyState()
    saver = tf.train.Checkpoint(numpy=state)
    state.values = np.arange(3)
    with tf.Session():
        path = saver.save(str(tmp_path / "state"))
        state.values = np.zeros(2)
        saver.restore(path).run_restore_ops()
    assert state.values.tolist() == [0, 1, 2]


def test_names_are_numbered():
    tracker = tf.contrib.checkpoint.UniqueNameTracker()
    first, second = tracker.track(tf.train.Checkpoint(), "part"), tracker.track(tf.train.Checkpoint(), "part")
    assert [name for name, _ in sorted(tracker._trackable_children().items())] == ["part", "part_1"]
    assert first is not second


def test_model_analysis_counts_parameters():
    analyzer = importlib.import_module("tensorflow.contrib.tfprof.model_analyzer")
    tf.get_variable("weights", [3, 4])
    options = {**tf.profiler.ProfileOptionBuilder.trainable_variables_parameter(), "output": "none"}
    found = analyzer.print_model_analysis(tf.get_default_graph(), tfprof_options=options)
    assert found.total_parameters == 12


def test_fake_summary_writer_keeps_summaries():
    testing = tf.contrib.testing
    testing.FakeSummaryWriter.install()
    try:
        tf.summary.FileWriterCache.clear()
        writer = tf.summary.FileWriterCache.get("folder")
        writer.add_summary(tf.Summary(value=[tf.Summary.Value(tag="loss", simple_value=2.0)]), 4)
        assert writer.summaries[4][0].value[0].tag == "loss"
    finally:
        testing.FakeSummaryWriter.uninstall()


def test_loss_scale_is_at_least_one():
    with pytest.raises(ValueError, match="loss scale must be at least 1"):
        tf.contrib.mixed_precision.FixedLossScaleManager(0.5)


def test_resampler_wants_points():
    with pytest.raises(ValueError, match="warp should be at least a matrix"):
        tf.contrib.resampler.resampler(tf.zeros([1, 2, 2, 1]), tf.zeros([1, 3]))


def test_times_must_increase():
    states = tf.contrib.integrate.odeint_fixed(lambda y, t: y, tf.constant(1.0), [0.0, 2.0, 1.0])
    with tf.Session() as session, pytest.raises(tf.errors.InvalidArgumentError, match="monotonic increasing"):
        session.run(states)


def test_a_mapping_is_needed():
    with pytest.raises(ValueError, match="mapping must be specified"):
        tf.contrib.lookup.index_table_from_tensor(None)


def test_windows_have_one_shift():
    with pytest.raises(ValueError, match="Cannot specify both"):
        tf.contrib.data.sliding_window_batch(3, stride=1, window_shift=1)
