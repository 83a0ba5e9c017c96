"""Names inside `tensorflow.python` that TensorFlow 2 dropped; `tfcompat.symbols.deep` points here."""
