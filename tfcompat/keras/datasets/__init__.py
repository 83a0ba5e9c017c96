"""`keras.datasets` of 2.3.1 as far as it was not `tf.keras.datasets`."""
