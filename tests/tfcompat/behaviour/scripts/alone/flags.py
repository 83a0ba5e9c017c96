"""`tf.flags` and `tf.app.run`: definitions, parsing of the command line, access before and after."""

import sys

import tensorflow as tf

flags = tf.app.flags
FLAGS = flags.FLAGS
flags.DEFINE_integer("steps", 10, "Number of steps.")
flags.DEFINE_float("rate", 0.5, "Learning rate.", lower_bound=0.0)
flags.DEFINE_string("name", "default", "A name.")
flags.DEFINE_boolean("train", True, "Whether to train.")
flags.DEFINE_bool("test", False, "Whether to test.")
flags.DEFINE_list("layers", ["1", "2"], "Layers.")
flags.DEFINE_enum("mode", "a", ["a", "b"], "Mode.")
flags.DEFINE_multi_integer("sizes", [3], "Sizes.") if hasattr(flags, "DEFINE_multi_integer") else None
tf.flags.DEFINE_string("old_style", "x", "Defined through tf.flags.")
print(tf.flags.FLAGS is FLAGS, tf.flags.FLAGS.old_style, FLAGS.steps, type(FLAGS).__name__)
print(
    FLAGS.is_parsed() if hasattr(FLAGS, "is_parsed") else True,
    sorted(k for k in FLAGS.flag_values_dict() if k in ("steps", "name", "old_style")),
)
FLAGS.name = "changed"
print(
    FLAGS.name,
    FLAGS["steps"].value,
    "steps" in FLAGS,
    hasattr(FLAGS, "nope"),
    FLAGS.__flags["steps"].value if hasattr(FLAGS, "__flags") and "steps" in getattr(FLAGS, "__flags") else FLAGS.steps,
)
for wrong in (
    lambda: FLAGS.nope,
    lambda: flags.DEFINE_integer("steps", 1, "again"),
    lambda: setattr(FLAGS, "steps", "x"),
    lambda: setattr(FLAGS, "mode", "z"),
    lambda: setattr(FLAGS, "rate", -1.0),
):
    try:
        print("value", wrong())
    except Exception as error:
        print(type(error).__name__)
for key, value in sorted(tf.app.flags.FLAGS.flag_values_dict().items()):
    if key in ("rate", "train", "test", "layers", "mode", "sizes"):
        print(key, value)
flags.mark_flag_as_required("name")


def main(argv):
    print([argument for argument in argv[1:]], FLAGS.steps, FLAGS.train)
    FLAGS.remove_flag_values(["old_style"]) if hasattr(FLAGS, "remove_flag_values") else None
    print(tf.flags.FLAGS.rate, sys.argv[1:])
    return 3


if __name__ == "__main__":
    tf.app.run()
