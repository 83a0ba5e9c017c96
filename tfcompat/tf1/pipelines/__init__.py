"""How elements flow through `tf.data` where 1.15 and TensorFlow 2 differ; `tf1.matched` puts it in place."""
