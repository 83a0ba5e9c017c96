"""BERT's tokenizer: exactly Hugging Face's, on the `tokenizers` library, in plain Python, or in a TensorFlow graph."""

from bert_tf.tokenizer.batch_encoding import BatchEncoding
from bert_tf.tokenizer.bert_tokenizer import BertTokenizer
from bert_tf.tokenizer.encoding import Encoding

__all__ = ["BatchEncoding", "BertTokenizer", "Encoding"]
