"""Event files read back, the writer that writes nothing, and the profiler's old names."""

import pytest

import tfcompat.v1 as tf

testing = tf.contrib.testing


def _write(folder):
    with tf.Graph().as_default(), tf.Session() as session:
        value = tf.placeholder(tf.float32, [])
        summary = tf.summary.scalar("loss", value)
        writer = tf.summary.FileWriter(str(folder))
        for step, each in enumerate((3.0, 2.0, 1.5)):
            writer.add_summary(session.run(summary, {value: each}), step)
        writer.close()


def test_event_files(tmp_path):
    assert testing.latest_event_file(str(tmp_path)) is None and testing.latest_summaries(str(tmp_path)) == []
    _write(tmp_path)
    events = testing.latest_summaries(str(tmp_path))
    assert [event.step for event in events] == [0, 1, 2]
    assert testing.simple_values_from_events(events, ["loss"]) == {"loss": 1.5}
    testing.assert_summary(["loss"], {"loss": 3.0}, events[0].summary)
    with pytest.raises(ValueError, match="Expected tags"):
        testing.assert_summary(["accuracy"], {}, events[0].summary)


def test_the_fake_writer_keeps_what_it_is_given():
    testing.FakeSummaryWriter.install()
    try:
        with pytest.raises(ValueError, match="already installed"):
            testing.FakeSummaryWriter.install()
    finally:
        testing.FakeSummaryWriter.uninstall()
    writer = testing.FakeSummaryWriter("folder")
    writer.add_summary(tf.Summary(value=[tf.Summary.Value(tag="a", simple_value=2.0)]), 4)
    writer.add_summary(tf.Summary(value=[tf.Summary.Value(tag="b", simple_value=3.0)]).SerializeToString(), 4)
    assert {value.tag for summary in writer.summaries[4] for value in summary.value} == {"a", "b"}
    with pytest.raises(ValueError, match="Invalid global_step"):
        writer.add_graph(None, -1)


def test_the_profiler_counts_parameters(tmp_path):
    with tf.Graph().as_default() as graph:
        tf.get_variable("weights", [3, 5])
        options = dict(tf.contrib.tfprof.model_analyzer.TRAINABLE_VARS_PARAMS_STAT_OPTIONS, output="none")
        counted = tf.contrib.tfprof.model_analyzer.print_model_analysis(graph, tfprof_options=options)
        assert counted.total_parameters == 15
        tf.contrib.tfprof.tfprof_logger.write_op_log(graph, str(tmp_path))
    assert (tmp_path / "tfprof_log").exists()
