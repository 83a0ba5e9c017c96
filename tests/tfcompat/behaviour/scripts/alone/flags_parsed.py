"""`FLAGS.__flags`, a parse by hand, `tf.app.run(main=..., argv=...)`."""

import tensorflow as tf

tf.flags.DEFINE_integer("steps", 10, "Number of steps.")
tf.flags.DEFINE_boolean("allow", True, "Allow.")
FLAGS = tf.flags.FLAGS
for attempt in (
    lambda: sorted(k for k in FLAGS.__flags if k in ("steps", "allow")),
    lambda: FLAGS(["program", "--steps=5", "--noallow", "more"]),
    lambda: FLAGS.flag_values_dict()["steps"],
):
    try:
        print("value", attempt())
    except Exception as error:
        print(type(error).__name__)
print(FLAGS.steps, FLAGS.allow)
for name in ("steps", "allow"):
    print(name, FLAGS[name].value, FLAGS[name].help, FLAGS[name].default)


def train(argv):
    print("training", argv, FLAGS.steps)


tf.app.run(main=train, argv=["program", "one", "two"])
print("never reached")
