"""Building blocks of recurrent cells that several TensorFlow 1 modules share; no public TensorFlow 1 path."""
