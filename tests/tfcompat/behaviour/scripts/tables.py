"""Lookup tables."""

import tensorflow as tf

with open("vocab.txt", "w") as out:
    out.write("a\nb\nc\n")
keys, values = tf.constant(["x", "y"]), tf.constant([1, 2], tf.int64)
table = tf.lookup.StaticHashTable(tf.lookup.KeyValueTensorInitializer(keys, values), -1, name="table")
file_table = tf.lookup.StaticHashTable(
    tf.lookup.TextFileInitializer(
        "vocab.txt", tf.string, tf.lookup.TextFileIndex.WHOLE_LINE, tf.int64, tf.lookup.TextFileIndex.LINE_NUMBER
    ),
    99,
)
reverse = tf.lookup.StaticHashTable(
    tf.lookup.TextFileInitializer(
        "vocab.txt", tf.int64, tf.lookup.TextFileIndex.LINE_NUMBER, tf.string, tf.lookup.TextFileIndex.WHOLE_LINE
    ),
    "UNK",
)
buckets = tf.lookup.StaticVocabularyTable(tf.lookup.KeyValueTensorInitializer(keys, values), 3)
found = table.lookup(tf.constant(["y", "z"]))
sparse = table.lookup(tf.SparseTensor([[0, 0]], ["x"], [1, 1]))
size = table.size()
print(
    table.name,
    table.key_dtype,
    table.value_dtype,
    table.default_value.name,
    found.name,
    size.name,
    type(sparse).__name__,
)
print(
    len(tf.get_collection(tf.GraphKeys.TABLE_INITIALIZERS)),
    tf.tables_initializer().name,
    tf.initialize_all_tables().name,
)
print([a.name if hasattr(a, "name") else type(a).__name__ for a in tf.get_collection(tf.GraphKeys.ASSET_FILEPATHS)])
with tf.Session() as sess:
    try:
        sess.run(found)
    except Exception as error:
        print(type(error).__name__, error.message.split("\n")[0])
    sess.run(tf.tables_initializer())
    print(
        sess.run(
            [found, size, file_table.lookup(tf.constant(["c", "q"])), reverse.lookup(tf.constant([0, 7], tf.int64))]
        )
    )
    print(sess.run(sparse).values, sess.run(buckets.lookup(tf.constant(["x", "other"]))), sess.run(buckets.size()))
    for wrong in (
        lambda: table.lookup(tf.constant([1])),
        lambda: sess.run(tf.lookup.TextFileInitializer("none", tf.string, 0, tf.int64, 1)),
        lambda: tf.lookup.StaticHashTable(3, 4),
    ):
        try:
            print("value", wrong())
        except Exception as error:
            print(type(error).__name__)
print([op.type for op in tf.get_default_graph().get_operations() if "Table" in op.type])
