"""The only door to TensorFlow's and tf_keras' internals. Nothing here is imported before TensorFlow is needed."""
