"""What the errors of TensorFlow 1 code mean, and what to do: tables in English and Chinese, and their search."""
