"""BERT with a head, one class a file, by Hugging Face's names."""
