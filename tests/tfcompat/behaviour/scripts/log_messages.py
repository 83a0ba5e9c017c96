"""`tf.logging`: levels, format, handlers."""

import io
import logging

import tensorflow as tf

print(tf.logging.DEBUG, tf.logging.INFO, tf.logging.WARN, tf.logging.ERROR, tf.logging.FATAL)
logger = logging.getLogger("tensorflow")
stream = io.StringIO()
before = logger.handlers[:]
handler = logging.StreamHandler(stream)
handler.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(message)s"))
logger.handlers[:] = [handler]
level = tf.logging.get_verbosity()
tf.logging.set_verbosity(tf.logging.INFO)
print(tf.logging.get_verbosity())
tf.logging.debug("hidden")
tf.logging.info("number %d of %s", 3, "x")
tf.logging.warn("careful")
tf.logging.warning("careful %.2f", 1.5)
tf.logging.error("wrong")
tf.logging.fatal("bad")
tf.logging.log(tf.logging.INFO, "by level %d", 1)
tf.logging.vlog(tf.logging.WARN, "v")
for i in range(5):
    tf.logging.log_every_n(tf.logging.INFO, "every %d", 2, i)
    tf.logging.log_first_n(tf.logging.INFO, "first %d", 2, i)
    tf.logging.log_if(tf.logging.INFO, "if %d", i == 3, i)
tf.logging.set_verbosity(tf.logging.ERROR)
tf.logging.warn("hidden too")
tf.logging.set_verbosity(tf.logging.DEBUG)
tf.logging.debug("seen")
print("\n".join(line for line in stream.getvalue().split("\n") if line and "is deprecated" not in line))
for name in ("log", "info"):
    print(name, callable(getattr(tf.logging, name)))
logger.handlers[:] = before
tf.logging.set_verbosity(level)
