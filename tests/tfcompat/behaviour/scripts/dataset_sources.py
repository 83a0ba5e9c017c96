"""Where datasets come from: generators, files, `tf.py_func`, stateful captures."""

import numpy as np
import tensorflow as tf


def drain(dataset):
    iterator = dataset.make_initializable_iterator()
    fetch = iterator.get_next()
    seen = []
    with tf.Session() as sess:
        sess.run([tf.global_variables_initializer(), tf.tables_initializer(), iterator.initializer])
        try:
            while True:
                value = sess.run(fetch)
                seen.append(value.tolist() if hasattr(value, "tolist") else value)
        except tf.errors.OutOfRangeError:
            return seen


def numbers():
    for i in range(3):
        yield i, [i] * i


with open("a.txt", "w") as out:
    out.write("one\ntwo\n\nfour\n")
with open("b.csv", "w") as out:
    out.write("h1,h2\n1,x\n2,y\n")
with tf.python_io.TFRecordWriter("r.tfrecord") as writer:
    for i in range(3):
        writer.write(
            tf.train.Example(
                features=tf.train.Features(feature={"v": tf.train.Feature(int64_list=tf.train.Int64List(value=[i]))})
            ).SerializeToString()
        )
generated = tf.data.Dataset.from_generator(numbers, (tf.int32, tf.int64), (tf.TensorShape([]), tf.TensorShape([None])))
print(generated.output_types, generated.output_shapes)
print([(int(a), b.tolist()) for a, b in drain(generated)])
print(drain(tf.data.Dataset.from_generator(lambda: iter(["a", "b"]), tf.string)))
print(drain(tf.data.Dataset.from_generator(lambda n: range(n), tf.int32, args=(3,))))
print(
    drain(tf.data.TextLineDataset("a.txt")),
    drain(tf.data.TextLineDataset(["a.txt", "b.csv"]).skip(1).filter(lambda line: tf.not_equal(line, ""))),
)
print(
    drain(
        tf.data.TFRecordDataset("r.tfrecord").map(
            lambda s: tf.parse_single_example(s, {"v": tf.FixedLenFeature([], tf.int64)})["v"]
        )
    )
)
print(drain(tf.data.Dataset.list_files("*.txt", shuffle=False)), drain(tf.data.FixedLengthRecordDataset("a.txt", 7)))
print(drain(tf.data.experimental.CsvDataset("b.csv", [tf.int32, tf.string], header=True)))
rows = tf.data.experimental.make_csv_dataset("b.csv", 2, num_epochs=1, shuffle=False, label_name="h2")
print([(v["h1"].tolist(), w.tolist()) for v, w in drain(rows)])
print(drain(tf.data.Dataset.range(3).map(lambda v: tf.py_func(lambda n: n * 10, [v], tf.int64))))
sparse = tf.SparseTensor([[0, 0], [1, 1]], [1, 2], [2, 2])
print([v.values.tolist() for v in drain(tf.data.Dataset.from_tensor_slices(sparse))])
variable = tf.Variable(10, dtype=tf.int64, name="captured", use_resource=True)
print(drain(tf.data.Dataset.range(2).map(lambda v: v + variable)))
holder = tf.placeholder(tf.float32, [None, 2])
iterator = tf.data.Dataset.from_tensor_slices(holder).batch(2).make_initializable_iterator()
fetch = iterator.get_next()
saver = tf.data.experimental.make_saveable_from_iterator(iterator)
print(fetch.shape, saver.name)
with tf.Session() as sess:
    sess.run(iterator.initializer, feed_dict={holder: np.arange(6).reshape(3, 2)})
    print(sess.run(fetch).tolist(), sess.run(fetch).tolist())
random = tf.data.Dataset.range(3).map(lambda v: tf.random_uniform([], seed=5) < 2.0)
print(drain(random))
options = tf.data.Options()
options.experimental_deterministic = True
print(drain(tf.data.Dataset.range(2).with_options(options)), type(tf.data.Dataset.range(1).options()).__name__)
sampled = tf.data.experimental.sample_from_datasets([tf.data.Dataset.range(3), tf.data.Dataset.range(10, 13)], seed=1)
chosen = tf.data.experimental.choose_from_datasets(
    [tf.data.Dataset.range(2), tf.data.Dataset.range(10, 12)],
    tf.data.Dataset.from_tensor_slices(np.array([1, 0, 0, 1], np.int64)),
)
print(len(drain(sampled)), drain(chosen))
print(
    drain(tf.data.Dataset.from_tensors((1, {"k": 2}))),
    tf.data.experimental.get_single_element(tf.data.Dataset.from_tensors(3)).name,
)


def failing():
    yield 1
    raise ValueError("generator")


for wrong in (
    lambda: drain(tf.data.Dataset.from_generator(failing, tf.int32)),
    lambda: drain(tf.data.TextLineDataset("none")),
    lambda: drain(tf.data.Dataset.from_generator(lambda: iter(["x"]), tf.int32)),
):
    try:
        print("value", wrong())
    except Exception as error:
        print(type(error).__name__)
