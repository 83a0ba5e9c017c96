"""`tf.distribute`: a method that was renamed is put back when the module is first touched."""

from tfcompat.tf1.distribute import experimental_run

experimental_run.install()

__all__: list[str] = []
