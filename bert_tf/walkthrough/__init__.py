"""BERT step by step: every equation with its shapes, its numbers, and the PyTorch model's beside them."""
