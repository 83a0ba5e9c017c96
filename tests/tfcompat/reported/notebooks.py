"""Cells of notebooks: magics, installs, flags of the kernel, cells that are run again."""

from tests.tfcompat.reported.row import Row

V1 = "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\n"
FLAGS = "tf.app.flags.DEFINE_integer('steps', 3, 'how many')\n"
PRINT = "print('is', tf.app.flags.FLAGS['steps'].value)\n"

ROWS = {
    "11 magic": Row(
        ["%tensorflow_version 1.x\nimport tensorflow as tf\nprint('is', tf.__version__)"],
        r"%tensorflow_version` not found",
        "colab-magic",
        r"%tensorflow_version 1.x is not needed(.|\n)*^is 1\.15",
    ),
    "12 install": Row(
        ["%pip install --no-index --disable-pip-version-check tensorflow==1.15\nprint('is done')"],
        r"Could not find a version that satisfies the requirement tensorflow==1.15",
        "no-wheel",
        r"tensorflow==1.15 is not installed: this notebook(.|\n)*^is done$",
    ),
    "13 kernel's arguments": Row(
        [V1 + FLAGS + "print('is', tf.app.flags.FLAGS.steps)"],
        "Unknown command line flag 'f'",
        "kernel-flags",
        "^is 3$",
    ),
    "13 app.run": Row(
        ["from absl import app\ndef main(_):\n    print('ran')", "app.run(main)", "print('after')"],
        "FATAL Flags parsing error",
        "kernel-flags",
        r"^ran$(.|\n)*^after$",
    ),
    "14 flag again": Row(
        [V1, FLAGS, FLAGS.replace("3", "4"), PRINT],
        "The flag 'steps' is defined twice",
        "duplicate-flag",
        "^is 4$",
    ),
    "14 script run again": Row(
        [
            f"open('train.py', 'w').write({V1 + FLAGS + PRINT!r});",
            *["%run train.py"] * 2,
        ],
        "The flag 'steps' is defined twice",
        "duplicate-flag",
        r"^is 3$(.|\n)*^is 3$",
    ),
    "15 variable again": Row(
        [V1, *["w = tf.get_variable('w', [2])\nprint('is', w.name)"] * 2],
        "Variable w already exists, disallowed",
        "variable-exists",
        r"^is w:0$(.|\n)*^is w:0$",
    ),
    "35 session again": Row(
        [V1, *["s = tf.InteractiveSession()"] * 2, "print('is', s.run(tf.constant(3)))"],
        "An interactive session is already active",
        "interactive-session",
        "^is 3$",
    ),
    "28 cell": Row(
        ["print 'half of', 7, 'is', 7 / 2", "for i in xrange(2): print i,"],
        "Missing parentheses in call to 'print'",
        "python-2",
        r"^half of 7 is 3\n0 1",
    ),
}
