"""Snippets of `tf.contrib` code, built alike under TensorFlow 1.15 and here (Python 3.7 syntax); one file per topic."""

import pkgutil

TOPICS = sorted(m.name for m in pkgutil.iter_modules(__path__) if m.name not in ("registry", "play"))
