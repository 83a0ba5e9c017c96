"""What people use BERT for, as functions of a model, a tokenizer and texts; each answer is a value."""
