"""Summaries and event files."""

import glob

import tensorflow as tf

x = tf.placeholder(tf.float32, [], name="x")
s = tf.summary.scalar("loss", x)
with tf.name_scope("scope"):
    t = tf.summary.scalar("acc", x * 2.0)
    f = tf.summary.scalar("in family", x, family="fam")
h = tf.summary.histogram("hist", tf.constant([1.0, 2.0, 2.0, 5.0]))
i = tf.summary.image("image", tf.ones([2, 4, 4, 3]) * 255.0, max_outputs=2)
a = tf.summary.audio("audio", tf.zeros([1, 8, 1]), 8.0)
w = tf.summary.text("words", tf.constant("some text"))
p = tf.summary.tensor_summary("tensor", tf.constant([1, 2]))
mine = tf.summary.scalar("mine", x, collections=["mine"])
merged = tf.summary.merge_all()
some = tf.summary.merge([s, mine])
print([each.name for each in (s, t, f, h, i, a, w, p, mine, merged, some)])
print(
    [each.name for each in tf.get_collection(tf.GraphKeys.SUMMARIES)],
    tf.summary.merge_all("mine").name,
    tf.summary.merge_all("none"),
)
with tf.Session() as sess:
    text = sess.run(merged, {x: 0.5})
    print(type(text))
    summary = tf.Summary.FromString(text)
    for value in summary.value:
        kind = value.WhichOneof("value")
        print(
            value.tag,
            kind,
            value.metadata.plugin_data.plugin_name,
            value.simple_value if kind == "simple_value" else "",
        )
    histogram = [v.histo for v in summary.value if v.WhichOneof("value") == "histo"][0]
    print(histogram.min, histogram.max, histogram.num, histogram.sum, histogram.sum_squares, len(histogram.bucket))
    image = [v.image for v in summary.value if v.WhichOneof("value") == "image"][0]
    print(image.height, image.width, image.colorspace, image.encoded_image_string[:4])
    writer = tf.summary.FileWriter("logs", sess.graph, filename_suffix=".mine", flush_secs=1)
    for n in range(3):
        writer.add_summary(sess.run(some, {x: n}), n)
    writer.add_summary(tf.Summary(value=[tf.Summary.Value(tag="by hand", simple_value=7.0)]), global_step=9)
    writer.add_run_metadata(tf.RunMetadata(), "step1", 1)
    writer.add_session_log(tf.SessionLog(status=tf.SessionLog.START), 1)
    writer.add_event(tf.Event(step=4, summary=tf.Summary(value=[tf.Summary.Value(tag="e", simple_value=1.0)])))
    print(writer.get_logdir())
    writer.flush()
    writer.close()
    writer.reopen()
    writer.add_summary(sess.run(s, {x: 10.0}), 10)
    writer.close()
    try:
        writer.add_summary(sess.run(s, {x: 11.0}), 11)
        print("added")
    except Exception as error:
        print(type(error).__name__)
print(len(glob.glob("logs/events.out.tfevents.*.mine")))
seen = []
for path in sorted(glob.glob("logs/*")):
    for event in tf.train.summary_iterator(path):
        which = event.WhichOneof("what")
        values = [(v.tag, v.simple_value) for v in event.summary.value]
        seen.append((event.step, which, values))
for each in sorted(seen, key=str):
    print(each)
graph_def = tf.GraphDef()
for event in tf.train.summary_iterator(sorted(glob.glob("logs/*"))[0]):
    if event.HasField("graph_def"):
        graph_def.ParseFromString(event.graph_def)
print(len(graph_def.node) > 10, event.file_version)
with tf.summary.FileWriter("with", tf.get_default_graph()) as writer:
    print(type(writer).__name__)
print(
    tf.summary.FileWriterCache.get("cache") is tf.summary.FileWriterCache.get("cache"),
    type(tf.summary.FileWriterCache.get("cache")).__name__,
)
tf.summary.FileWriterCache.clear()
for wrong in (
    lambda: tf.summary.scalar("bad shape", tf.constant([1.0, 2.0])),
    lambda: tf.summary.image("i", tf.ones([4, 4])),
    lambda: tf.summary.merge([1]),
):
    try:
        print("value", wrong().name)
    except Exception as error:
        print(type(error).__name__)
