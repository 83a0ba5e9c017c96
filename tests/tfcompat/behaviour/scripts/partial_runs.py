"""`partial_run`, `make_callable`, run options, metadata and timelines."""

import json

import tensorflow as tf
from tensorflow.python.client import timeline

a = tf.placeholder(tf.float32, [], name="a")
b = tf.placeholder(tf.float32, [], name="b")
c = tf.placeholder(tf.float32, [], name="c")
r1 = tf.add(a, b, name="r1")
r2 = tf.multiply(r1, c, name="r2")
with tf.Session() as sess:
    handle = sess.partial_run_setup([r1, r2], [a, b, c])
    res = sess.partial_run(handle, r1, feed_dict={a: 1, b: 2})
    print(res, sess.partial_run(handle, r2, feed_dict={c: res}))
    handle = sess.partial_run_setup([r1, r2], [a, b, c])
    print(sess.partial_run(handle, r1, feed_dict={a: 5, b: 2}), sess.partial_run(handle, [r2], feed_dict={c: 10}))
    handle = sess.partial_run_setup([r1], [a, b])
    for wrong in (
        lambda: sess.partial_run(handle, r2, feed_dict={a: 1, b: 1}),
        lambda: sess.partial_run(handle, r1, feed_dict={c: 1}),
        lambda: sess.partial_run_setup([], []),
        lambda: sess.partial_run_setup(r1, feeds=[3]),
    ):
        try:
            print("value", wrong())
        except Exception as error:
            print(type(error).__name__)
    call = sess.make_callable(r2, [a, b, c])
    print(call(1.0, 2.0, 3.0), call(0, 0, 0))
    several = sess.make_callable([r1, {"x": r2}], feed_list=["a:0", "b:0", c], accept_options=True)
    metadata = tf.RunMetadata()
    print(several(1, 2, 3, options=tf.RunOptions(trace_level=tf.RunOptions.FULL_TRACE), run_metadata=metadata))
    print(sess.make_callable(tf.no_op())(), len(metadata.step_stats.dev_stats) > 0)
    try:
        call(1.0)
    except Exception as error:
        print(type(error).__name__)
    metadata = tf.RunMetadata()
    options = tf.RunOptions(trace_level=tf.RunOptions.FULL_TRACE, output_partition_graphs=True, timeout_in_ms=60000)
    print(sess.run(r2, {a: 1, b: 1, c: 4}, options=options, run_metadata=metadata))
    names = sorted(
        {node.node_name.split(":")[0] for device in metadata.step_stats.dev_stats for node in device.node_stats}
    )
    print("r2" in names, len(metadata.partition_graphs))
    trace = timeline.Timeline(metadata.step_stats).generate_chrome_trace_format(show_memory=True)
    events = json.loads(trace)["traceEvents"]
    print(sorted({event.get("args", {}).get("name", "") for event in events if event["ph"] == "X"} & {"r1", "r2"}))
    print(metadata.HasField("step_stats"), tf.RunOptions.NO_TRACE, tf.RunOptions().trace_level)
