"""Where `tf.logging` writes, and how, when nobody else has set up logging."""

import logging
import sys

import tensorflow as tf

print(tf.logging.get_verbosity() == tf.logging.WARN)
tf.logging.info("hidden")
tf.logging.warn("shown %d", 1)
tf.logging.set_verbosity(tf.logging.INFO)
tf.logging.info("shown %d", 2)
logger = logging.getLogger("tensorflow")
print(logger.name, logger.propagate, [type(handler).__name__ for handler in logger.handlers], logger.level)
print(logger.handlers[0].formatter._fmt, logger.handlers[0].stream is sys.__stderr__)
