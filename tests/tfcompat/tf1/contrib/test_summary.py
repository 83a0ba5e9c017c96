"""tf.contrib.summary: events that TensorBoard reads, from graphs and eagerly."""

import pytest
from tensorflow.python.eager import context

import tfcompat.v1 as tf


def events(folder):
    (file,) = folder.glob("events.out.tfevents.*")
    return [event for event in tf.train.summary_iterator(str(file)) if event.HasField("summary")]


def test_summaries_of_a_graph(tmp_path):
    summary = tf.contrib.summary
    step = tf.train.get_or_create_global_step()
    writer = summary.create_file_writer(str(tmp_path), flush_millis=1)
    with writer.as_default(), summary.always_record_summaries():
        summary.scalar("loss", 3.5)
        summary.histogram("weights", tf.range(4.0))
        summary.image("picture", tf.zeros([1, 2, 2, 3]))
    assert len(summary.all_summary_ops()) == 3
    with tf.Session() as session, writer.as_default():
        session.run(tf.global_variables_initializer())
        summary.initialize(graph=tf.get_default_graph(), session=session)
        session.run(tf.assign_add(step, 5))
        session.run(summary.all_summary_ops())
        session.run(summary.flush(writer))
    found = {event.summary.value[0].tag: event for event in events(tmp_path)}
    assert sorted(found) == ["loss", "picture/image/0", "weights"]
    assert found["loss"].step == 5 and found["loss"].summary.value[0].simple_value == 3.5
    kinds = [event.WhichOneof("what") for event in tf.train.summary_iterator(str(next(tmp_path.glob("events*"))))]
    assert "graph_def" in kinds


def test_summaries_every_n_steps(tmp_path):
    summary = tf.contrib.summary
    step = tf.train.get_or_create_global_step()
    with summary.create_file_writer(str(tmp_path)).as_default() as writer:
        with summary.record_summaries_every_n_global_steps(2):
            summary.scalar("loss", tf.cast(step, tf.float32))
        with summary.never_record_summaries():
            summary.scalar("never", 0.0)
        flush = summary.flush()
        with tf.Session() as session:
            session.run(tf.global_variables_initializer())
            summary.initialize(session=session)
            for _ in range(4):
                session.run(summary.all_summary_ops())
                session.run(tf.assign_add(step, 1))
            session.run(flush)
    assert writer is not None
    assert [event.step for event in events(tmp_path)] == [0, 2]


def test_summaries_written_eagerly(tmp_path):
    summary = tf.contrib.summary
    with context.eager_mode():
        writer = summary.create_file_writer(str(tmp_path))
        with writer.as_default(), summary.always_record_summaries():
            summary.scalar("loss", 1.25, step=7)
            summary.flush()
    (event,) = events(tmp_path)
    assert (event.step, event.summary.value[0].tag, event.summary.value[0].simple_value) == (7, "loss", 1.25)


def test_a_database_has_no_writer():
    with pytest.raises(AttributeError, match="create_file_writer"):
        _ = tf.contrib.summary.create_db_writer
