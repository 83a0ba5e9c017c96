"""Every stage of a model recorded, and compared with the PyTorch model's."""
