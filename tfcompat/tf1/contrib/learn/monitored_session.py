"""`tensorflow.contrib.learn.python.learn.monitored_session` of 1.15: names that `tf.train` has too."""

from tfcompat.tf1 import lazy

HOMES = {"tf.train": "ChiefSessionCreator MonitoredSession Scaffold SessionCreator WorkerSessionCreator"}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
