"""`tf.keras.preprocessing.text` where an argument was renamed."""

from tfcompat.tf1.keras.preprocessing.text.words import one_hot, text_to_word_sequence

__all__ = ["one_hot", "text_to_word_sequence"]
