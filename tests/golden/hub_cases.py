"""A small hub module and what is done with it; also read by Python 3.7.

The module scales rows of three numbers (batch norm, a regularized matrix of 3 x 2) and looks up words in a file.
"""

import os

import numpy as np

ROWS = np.array([[0.5, -1.0, 2.0], [1.5, 0.25, -0.75], [-2.0, 1.0, 0.125], [0.0, 3.0, 1.0]], np.float32)
WORDS = [["red", "blue"], ["green", "none"]]


def write_vocabulary(folder):
    path = os.path.join(folder, "colours.txt")
    with open(path, "w") as file:
        file.write("red\ngreen\nblue\n")
    return path


def module_fn(tf, hub, vocabulary):
    """What builds the module's graph, for `hub.create_module_spec`."""

    def build(is_training=False):
        rows = tf.placeholder(tf.float32, [None, 3], name="rows")
        regularizer = tf.keras.regularizers.l2(0.25)
        kernel = tf.get_variable(
            "kernel", [3, 2], initializer=tf.glorot_uniform_initializer(5), regularizer=regularizer
        )
        mean, variance = tf.nn.moments(rows, [0])
        moving = tf.get_variable("moving_mean", [3], initializer=tf.zeros_initializer(), trainable=False)
        if is_training:
            tf.add_to_collection(tf.GraphKeys.UPDATE_OPS, tf.assign(moving, 0.5 * moving + 0.5 * mean))
        centred = (rows - (mean if is_training else moving)) / tf.sqrt(variance + 1.0)
        hub.add_signature(inputs=rows, outputs={"default": tf.matmul(centred, kernel), "centred": centred})
        words = tf.placeholder(tf.string, [None, 2], name="words")
        table = tf.contrib.lookup.index_table_from_file(vocabulary, num_oov_buckets=1)
        embeddings = tf.get_variable("embeddings", [4, 2], initializer=tf.constant_initializer(np.arange(8) / 4.0))
        looked_up = tf.reduce_sum(tf.nn.embedding_lookup(embeddings, table.lookup(words)), 1)
        hub.add_signature("words", {"words": words}, looked_up)
        info = hub.ImageModuleInfo()
        info.default_image_size.height, info.default_image_size.width = 7, 5
        hub.attach_image_module_info(info)

    return build


def export(tf, hub, folder, vocabulary):
    """Builds, initializes and writes the module."""
    variants = [(set(), {}), ({"train"}, {"is_training": True})]
    spec = hub.create_module_spec(module_fn(tf, hub, vocabulary), variants)
    with tf.Graph().as_default():
        module = hub.Module(spec)
        with tf.Session() as session:
            session.run([tf.global_variables_initializer(), tf.tables_initializer()])
            module.export(folder, session)


def use(tf, hub, path):
    """Everything that can be seen of the module at a path: description, names, values, twenty steps of training."""
    seen = describe(hub, path)
    tf.set_random_seed(3)
    fixed = hub.Module(path, name="fixed")
    with tf.variable_scope("outer"):
        trained = hub.Module(path, trainable=True, tags={"train"}, name="tuned")
    outputs = fixed(ROWS, as_dict=True)
    words = fixed({"words": WORDS}, signature="words")
    again = tf.while_loop(lambda i, x: i < 2, lambda i, x: (i + 1, tf.concat([fixed(x), x[:, :1]], 1)), [0, ROWS])[1]
    result = trained(tf.constant(ROWS))
    regularization = tf.losses.get_regularization_losses()
    loss = tf.reduce_sum(tf.square(result - 1.0)) + tf.add_n(regularization)
    with tf.control_dependencies(tf.get_collection(tf.GraphKeys.UPDATE_OPS)):
        step = tf.train.GradientDescentOptimizer(0.05).minimize(loss)
    keys = ["variables", "trainable_variables", "regularization_losses", "update_ops", "table_initializer"]
    seen["collections"] = {key: [each.name for each in tf.get_collection(key)] for key in keys}
    seen["variable_map"] = sorted(trained.variable_map)
    seen["names"] = [result.name, words.name]
    seen["last_draw"] = tf.random_uniform([])
    with tf.Session() as session:
        session.run([tf.global_variables_initializer(), tf.tables_initializer()])
        seen["last_draw"] = float(session.run(seen["last_draw"]))
        values = session.run([outputs["default"], outputs["centred"], words, again, result])
        losses = [session.run([loss, step])[0] for _ in range(20)]
        values += [np.array(losses), *session.run(trained.variables)]
    seen["values"] = [np.asarray(each, np.float64).ravel().tolist() for each in values]
    return seen


def describe(hub, path):
    """What the module says about itself."""
    spec = hub.load_module_spec(path)
    described = {"tags": [sorted(each) for each in spec.get_tags()], "image": hub.get_expected_image_size(spec)}
    for name in sorted(spec.get_signature_names()):
        for way, infos in (("in", spec.get_input_info_dict(name)), ("out", spec.get_output_info_dict(name))):
            for key, info in sorted(infos.items()):
                described["%s %s %s" % (name, way, key)] = [info.dtype.name, str(info.get_shape()), info.is_sparse]
    return described
