"""Checkpoints of any format as values, by one table of weight names: read, written, and given to a model strictly."""
