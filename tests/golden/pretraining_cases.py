"""The settings under which pre-training data was recorded (Python 3.7 syntax)."""

CASES = {
    "pieces": {"max_seq_length": 24, "max_predictions_per_seq": 4, "dupe_factor": 3, "random_seed": 7},
    "words": {
        "max_seq_length": 19, "max_predictions_per_seq": 5, "dupe_factor": 4, "random_seed": 12345,
        "masked_lm_prob": 0.25, "short_seq_prob": 0.5, "do_whole_word_mask": True,
    },
}  # fmt: skip
TEXTS = ("text.txt", "more.txt")
FILES = 2
