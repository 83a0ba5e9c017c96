"""`tf.train.Saver`: names of files, state, subsets, errors."""

import os

import tensorflow as tf


def attempt(make):
    try:
        print("value", make())
    except Exception as error:
        print(type(error).__name__, str(getattr(error, "message", error)).split("\n")[0])


a = tf.get_variable("a", initializer=1.0)
with tf.variable_scope("s"):
    b = tf.get_variable("b", initializer=[2.0, 3.0])
r = tf.get_variable("r", initializer=4.0, use_resource=True)
step = tf.train.get_or_create_global_step()
saver = tf.train.Saver(max_to_keep=2)
one = tf.train.Saver({"renamed": a, "s/b": b})
old = tf.train.Saver([a], write_version=tf.train.SaverDef.V1)
print(
    saver.saver_def.max_to_keep,
    saver.saver_def.version,
    saver.last_checkpoints,
    [op.name for op in tf.get_default_graph().get_operations() if op.name.startswith("save")],
)
with tf.Session() as sess:
    attempt(lambda: saver.save(sess, "early/model"))
    sess.run(tf.global_variables_initializer())
    for n in (1, 2, 3):
        sess.run(a.assign(float(n)))
        print(saver.save(sess, "run/model", global_step=n))
    sess.run(step.assign(9))
    print(
        saver.save(sess, "run/model", global_step=step, write_meta_graph=False),
        saver.last_checkpoints,
        sorted(os.listdir("run")),
    )
    print(open("run/checkpoint").read())
    print(
        tf.train.latest_checkpoint("run"),
        tf.train.latest_checkpoint("none"),
        tf.train.checkpoint_exists("run/model-3"),
        tf.train.checkpoint_exists("run/model-1"),
    )
    state = tf.train.get_checkpoint_state("run")
    print(state.model_checkpoint_path, list(state.all_model_checkpoint_paths), tf.train.get_checkpoint_state("none"))
    print(
        one.save(sess, "./part", latest_filename="mine"),
        sorted(f for f in os.listdir(".") if f.startswith(("part", "mine"))),
        open("mine").read(),
    )
    tf.gfile.MakeDirs("v1")
    print(old.save(sess, "v1/old"), sorted(os.listdir("v1")))
    print(
        tf.train.Saver().save(sess, os.path.abspath("full/model"), write_state=False) == os.path.abspath("full/model"),
        os.listdir("full") != [],
    )
    sess.run([a.assign(100.0), b.assign([0.0, 0.0]), r.assign(0.0)])
    saver.restore(sess, "run/model-3")
    print(sess.run([a, b, r, step]))
    one.restore(sess, "./part")
    old.restore(sess, "v1/old")
    print(sess.run([a, b]))
    print(
        sorted(tf.train.list_variables("run/model-3")),
        tf.train.list_variables("part"),
        tf.train.load_variable("part", "renamed"),
    )
    reader = tf.train.NewCheckpointReader("run/model-3")
    print(
        sorted(reader.get_variable_to_shape_map().items()),
        sorted(reader.get_variable_to_dtype_map()),
        reader.has_tensor("s/b"),
        reader.get_tensor("s/b"),
    )
    print(tf.train.load_checkpoint("run").has_tensor("a"), reader.debug_string().decode().splitlines()[0])
    tf.train.update_checkpoint_state("run", "run/model-3", ["run/model-3"])
    print(tf.train.latest_checkpoint("run"))
    saver.recover_last_checkpoints(["run/model-3", "run/gone"])
    print(saver.last_checkpoints)
    saver.set_last_checkpoints_with_time([("run/model-3", 1.0)])
    print(tf.train.get_checkpoint_mtimes(["run/model-3", "run/none"])[0] > 0)
    tf.train.remove_checkpoint("run/model-3")
    print(sorted(f for f in os.listdir("run")))
    attempt(lambda: saver.restore(sess, "model-none"))
    attempt(lambda: saver.restore(sess, None))
    attempt(lambda: saver.restore(sess, "part"))
    attempt(lambda: tf.train.NewCheckpointReader("none"))
    attempt(lambda: tf.train.Saver([a, a]).saver_def.version)
    attempt(lambda: tf.train.Saver({"x": 3}))
    attempt(lambda: tf.train.Saver([]))
with tf.Graph().as_default():
    attempt(lambda: tf.train.Saver())
    wrong = tf.get_variable("renamed", [2])
    only = tf.train.Saver()
    with tf.Session() as sess:
        attempt(lambda: only.restore(sess, "./part"))
with tf.Graph().as_default():
    c = tf.get_variable("c", [], initializer=tf.zeros_initializer())
    with tf.variable_scope("new"):
        d = tf.get_variable("b", [2], initializer=tf.zeros_initializer())
    tf.train.init_from_checkpoint("./part", {"renamed": c, "s/": "new/"})
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        print(sess.run([c, d]))
    attempt(lambda: tf.train.init_from_checkpoint("./part", {"nope": c}))
    attempt(lambda: tf.train.init_from_checkpoint("./part", {"s/b": c}))
    warm = tf.train.warm_start("./part", "nothing.*")
with tf.Graph().as_default():
    e = tf.get_variable("renamed", [])
    lazy = tf.train.Saver(defer_build=True)
    lazy.build()
    sharded = tf.train.Saver(sharded=True)
    with tf.Session() as sess:
        lazy.restore(sess, "./part")
        print(sess.run(e), sharded.save(sess, "sharded"), sorted(f for f in os.listdir(".") if f.startswith("sharded")))
        kept = tf.train.Saver(keep_checkpoint_every_n_hours=1)
        print(
            kept.to_proto().keep_checkpoint_every_n_hours,
            tf.train.Saver.from_proto(kept.to_proto()).saver_def.filename_tensor_name,
        )
