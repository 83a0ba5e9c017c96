"""`tf.contrib.learn.preprocessing` of 1.15: words, categories and bytes to numbers."""

from tfcompat.tf1 import lazy

HOMES = {
    ".categorical": "CategoricalProcessor",
    ".categorical_vocabulary": "CategoricalVocabulary",
    ".text": "ByteProcessor VocabularyProcessor tokenizer",
    "tfcompat.tf1.contrib.learn.learn_io.data_feeder": "setup_processor_data_feeder",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
