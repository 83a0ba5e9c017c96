"""Raw text made into what a BERT is pre-trained on: pairs of passages, and words hidden in them."""
