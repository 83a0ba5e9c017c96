"""What a model is trained on: rows of files, encoded for a task, in batches."""
