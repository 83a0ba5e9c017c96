"""Where a Keras 3 layer is not at home: a TensorFlow 1 graph (`tf1_graph`), and a Keras 2 model (`keras2`).

Keras 3 keeps its weights outside of any graph and any other Keras. In both places the layer's own code runs on
variables that belong there (`substitute`), so that savers, optimizers and initializers of that place find them.
"""
