"""Inference at the speed of the matrix products: a fused encoder, and batches without padding."""
