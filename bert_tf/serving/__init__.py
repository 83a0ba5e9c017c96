"""Models for programs that have neither Keras nor this package: SavedModel, ONNX, LiteRT."""
