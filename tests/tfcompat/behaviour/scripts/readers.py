"""Readers, file ops, decoding of rows and of examples."""

import numpy as np
import tensorflow as tf

with open("one.csv", "w") as out:
    out.write("1,2.5,a\n2,,b\n")
with open("two.csv", "w") as out:
    out.write('3,4.5,"c,d"\n')
writer = tf.python_io.TFRecordWriter("data.tfrecord")
for i in range(3):
    features = tf.train.Features(
        feature={
            "x": tf.train.Feature(float_list=tf.train.FloatList(value=[i, i + 0.5])),
            "label": tf.train.Feature(int64_list=tf.train.Int64List(value=[i])),
            "name": tf.train.Feature(bytes_list=tf.train.BytesList(value=[b"n%d" % i])),
            "many": tf.train.Feature(int64_list=tf.train.Int64List(value=list(range(i)))),
        }
    )
    writer.write(tf.train.Example(features=features).SerializeToString())
writer.close()
files = tf.train.string_input_producer(["one.csv", "two.csv"], shuffle=False)
lines = tf.TextLineReader()
key, value = lines.read(files)
columns = tf.decode_csv(value, record_defaults=[[0], [0.0], [""]])
whole = tf.WholeFileReader().read(tf.train.string_input_producer(["two.csv"]))
records = tf.TFRecordReader()
_, serialized = records.read(tf.train.string_input_producer(["data.tfrecord"], shuffle=False))
single = tf.parse_single_example(
    serialized,
    {
        "x": tf.FixedLenFeature([2], tf.float32),
        "label": tf.FixedLenFeature([], tf.int64),
        "name": tf.FixedLenFeature([], tf.string),
        "many": tf.VarLenFeature(tf.int64),
        "absent": tf.FixedLenFeature([1], tf.float32, default_value=[-1.0]),
    },
)
batch = records.read_up_to(tf.train.string_input_producer(["data.tfrecord"]), 2)
fixed = tf.FixedLengthRecordReader(2).read(tf.train.string_input_producer(["two.csv"]))
identity = tf.IdentityReader().read(tf.train.string_input_producer(["q"]))
print(
    key.name,
    value.name,
    [c.name for c in columns],
    whole[1].name,
    sorted((k, getattr(v, "name", type(v).__name__)) for k, v in single.items()),
)
print(type(lines).__name__, lines.reader_ref.op.type, lines.supports_serialize, single["x"].shape)
with tf.Session() as sess:
    coord = tf.train.Coordinator()
    threads = tf.train.start_queue_runners(coord=coord)
    for _ in range(4):
        print(sess.run([key] + columns))
    print(sess.run(whole), sess.run(fixed), sess.run(identity))
    for _ in range(3):
        print(
            [
                (k, v.values.tolist() if hasattr(v, "values") else v.tolist() if hasattr(v, "tolist") else v)
                for k, v in sorted(sess.run(single).items())
            ]
        )
    print(sess.run(lines.num_records_produced()), sess.run(lines.num_work_units_completed()), len(sess.run(batch)[1]))
    coord.request_stop()
    coord.join(threads)
    raw = list(tf.python_io.tf_record_iterator("data.tfrecord"))
    print(len(raw), tf.train.Example.FromString(raw[1]).features.feature["label"].int64_list.value[0])
    example = tf.train.Example()
    example.ParseFromString(raw[2])
    print(example.features.feature["x"].float_list.value[:], sorted(example.features.feature))
    several = tf.parse_example(raw, {"label": tf.FixedLenFeature([], tf.int64), "many": tf.VarLenFeature(tf.int64)})
    found = sess.run(several)
    print(found["label"], found["many"].indices.tolist(), found["many"].dense_shape)
    print(
        sess.run(tf.read_file("two.csv")),
        sess.run(tf.decode_raw(tf.constant([b"\x01\x00\x02\x00"]), tf.int16)).tolist(),
    )
    print(
        sess.run(tf.string_to_number(["1.5", "2"])), sess.run(tf.write_file("out.txt", "hello")), open("out.txt").read()
    )
    print(
        sess.run(tf.matching_files("*.csv")).tolist(),
        sess.run(tf.train.match_filenames_once("*.csv").initial_value).tolist(),
    )
    print(sess.run(tf.decode_json_example(tf.constant("{}"))) == b"", sess.run(tf.serialize_tensor(tf.constant(1)))[:2])
    sequence = tf.train.SequenceExample()
    sequence.context.feature["id"].int64_list.value.append(4)
    sequence.feature_lists.feature_list["tokens"].feature.add().int64_list.value.append(1)
    sequence.feature_lists.feature_list["tokens"].feature.add().int64_list.value.append(2)
    context, steps = tf.parse_single_sequence_example(
        sequence.SerializeToString(),
        {"id": tf.FixedLenFeature([], tf.int64)},
        {"tokens": tf.FixedLenSequenceFeature([], tf.int64)},
    )
    print(sess.run([context, steps]))
    for wrong in (
        lambda: sess.run(tf.decode_csv("a,b", [[0], [0]])),
        lambda: sess.run(tf.decode_csv("1", [[0], [0]])),
        lambda: sess.run(tf.parse_single_example(b"junk", {"x": tf.FixedLenFeature([], tf.int64)})),
        lambda: sess.run(tf.parse_single_example(raw[0], {"nope": tf.FixedLenFeature([], tf.int64)})),
        lambda: sess.run(tf.read_file("none")),
        lambda: list(tf.python_io.tf_record_iterator("none")),
        lambda: tf.parse_single_example(raw[0], {}),
        lambda: tf.parse_single_example(raw[0], {"x": 3}),
    ):
        try:
            print("value", wrong())
        except Exception as error:
            print(type(error).__name__, getattr(error, "message", "").split("\n")[0])
options = tf.python_io.TFRecordOptions(tf.python_io.TFRecordCompressionType.GZIP)
with tf.python_io.TFRecordWriter("z.tfrecord", options=options) as zipped:
    zipped.write(b"one")
    zipped.flush()
    zipped.write(b"two")
print(list(tf.python_io.tf_record_iterator("z.tfrecord", options)), open("z.tfrecord", "rb").read()[:2] == b"\x1f\x8b")
image = tf.image.encode_png(np.arange(12, dtype=np.uint8).reshape(2, 2, 3))
with tf.Session() as sess:
    print(
        sess.run(tf.image.decode_png(image)).tolist(),
        sess.run(tf.image.decode_image(image)).shape,
        tf.image.decode_jpeg(image, channels=3).shape,
    )
