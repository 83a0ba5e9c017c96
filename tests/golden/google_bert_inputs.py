"""What google-research/bert's code and ours are both given."""

SIZES = {
    "vocab_size": 31, "hidden_size": 12, "num_hidden_layers": 2, "num_attention_heads": 3, "intermediate_size": 20,
    "max_position_embeddings": 17, "type_vocab_size": 4, "hidden_act": "gelu", "initializer_range": 0.3,
    "hidden_dropout_prob": 0.1, "attention_probs_dropout_prob": 0.1,
}  # fmt: skip
IDS = [[2, 7, 30, 11, 5, 3, 9], [2, 8, 1, 3, 0, 0, 0], [2, 29, 28, 27, 26, 4, 3]]
TYPES = [[0, 0, 0, 1, 1, 2, 3], [0, 0, 1, 1, 0, 0, 0], [3, 2, 1, 0, 0, 1, 2]]
POSITIONS = [[1, 3], [2, 0], [6, 4]]  # of the words that are masked, in each row


def inputs():
    """Ids, mask and token types [3,7]."""
    return IDS, [[int(each != 0) for each in row] for row in IDS], TYPES
