"""`tf.saved_model`: simple_save, builder, loader, utilities."""

import os

import tensorflow as tf

sm = tf.saved_model
with open("vocab.txt", "w") as out:
    out.write("a\nb\n")
with tf.Graph().as_default():
    x = tf.placeholder(tf.float32, [None, 2], name="x")
    w = tf.get_variable("w", [2, 1], initializer=tf.ones_initializer())
    y = tf.matmul(x, w, name="y")
    table = tf.lookup.StaticHashTable(
        tf.lookup.TextFileInitializer(
            "vocab.txt", tf.string, tf.lookup.TextFileIndex.WHOLE_LINE, tf.int64, tf.lookup.TextFileIndex.LINE_NUMBER
        ),
        -1,
    )
    word = tf.placeholder(tf.string, [None], name="word")
    ids = table.lookup(word)
    tf.add_to_collection("kept", y)
    with tf.Session() as sess:
        sess.run([tf.global_variables_initializer(), tf.tables_initializer()])
        sm.simple_save(
            sess,
            "simple",
            inputs={"x": x, "word": word},
            outputs={"y": y, "ids": ids},
            legacy_init_op=tf.tables_initializer(),
        )
        builder = sm.builder.SavedModelBuilder("built")
        signature = sm.signature_def_utils.build_signature_def(
            inputs={"x": sm.utils.build_tensor_info(x)},
            outputs={"y": sm.utils.build_tensor_info(y)},
            method_name=sm.signature_constants.PREDICT_METHOD_NAME,
        )
        other = sm.signature_def_utils.predict_signature_def({"in": x}, {"out": y})
        regression = sm.signature_def_utils.regression_signature_def(tf.placeholder(tf.string, name="ex"), y)
        builder.add_meta_graph_and_variables(
            sess,
            [sm.tag_constants.SERVING],
            signature_def_map={
                "mine": signature,
                sm.signature_constants.DEFAULT_SERVING_SIGNATURE_DEF_KEY: other,
                "r": regression,
            },
            assets_collection=tf.get_collection(tf.GraphKeys.ASSET_FILEPATHS),
            strip_default_attrs=True,
        )
        print(
            builder.save(),
            sorted(os.listdir("built")),
            sorted(os.listdir("built/variables")),
            os.listdir("built/assets"),
        )
        print(
            sorted(os.listdir("simple")),
            sm.loader.maybe_saved_model_directory("built"),
            sm.maybe_saved_model_directory("none"),
            sm.contains_saved_model("built") if hasattr(sm, "contains_saved_model") else True,
        )
for folder in ("simple", "built"):
    with tf.Session(graph=tf.Graph()) as sess:
        meta = sm.loader.load(sess, [sm.tag_constants.SERVING], folder)
        for key in sorted(meta.signature_def):
            signature = meta.signature_def[key]
            print(
                key,
                signature.method_name,
                sorted((k, v.name) for k, v in signature.inputs.items()),
                sorted((k, v.name) for k, v in signature.outputs.items()),
            )
        print(
            [v.name for v in tf.global_variables()],
            [t.name for t in tf.get_collection("kept")],
            len(tf.get_collection(tf.GraphKeys.ASSET_FILEPATHS)),
        )
        print(
            sess.run("y:0", {"x:0": [[1, 2]]}).tolist(),
            sess.run(
                meta.signature_def["serving_default"].outputs["ids" if folder == "simple" else "out"].name,
                {"word:0": ["b", "z"], "x:0": [[1, 1]]},
            ).tolist(),
        )
        info = meta.signature_def["serving_default"].inputs["x" if folder == "simple" else "in"]
        tensor = sm.utils.get_tensor_from_tensor_info(info)
        print(tensor.name, info.dtype == tf.float32.as_datatype_enum, tensor.shape, meta.meta_info_def.tags)
with tf.Session(graph=tf.Graph()) as sess:
    for wrong in (
        lambda: sm.loader.load(sess, ["train"], "built"),
        lambda: sm.loader.load(sess, ["serve"], "none"),
        lambda: sm.builder.SavedModelBuilder("built"),
    ):
        try:
            print("value", wrong())
        except Exception as error:
            print(type(error).__name__)
print(
    sm.signature_constants.PREDICT_INPUTS,
    sm.signature_constants.CLASSIFY_METHOD_NAME,
    sm.tag_constants.TRAINING,
    sm.constants.SAVED_MODEL_FILENAME_PB,
)
