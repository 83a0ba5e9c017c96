"""`tf.app.run` leaves flags that it does not know to the program."""

import sys

import tensorflow as tf

tf.app.flags.DEFINE_string("name", "x", "A name.")


def main(_):
    print(sys.argv[1:], tf.app.flags.FLAGS.name)


if __name__ == "__main__":
    tf.app.run(main)
