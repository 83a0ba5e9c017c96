"""BERT for Keras: exact to the Hugging Face PyTorch model at every stage, open at every stage."""
