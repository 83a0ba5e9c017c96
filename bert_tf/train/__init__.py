"""Fine-tuning and pre-training: PyTorch's numbers, under Keras' `fit`."""
