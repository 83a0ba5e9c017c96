"""BERT's parts as Keras 3 layers, one class a file; attribute paths spell the names of Hugging Face's weights.

Every layer makes its weights when it is made: all shapes follow from the configuration.
"""
