"""How the variables of recurrent cells were called before TensorFlow 1.2, and since."""

from __future__ import annotations

import collections

# Scopes whose `weights` and `biases` became `kernel` and `bias`.
_RENAMED = (
    "basic_rnn_cell gru_cell gru_cell/gates gru_cell/candidate basic_lstm_cell lstm_cell lstm_cell/projection "
    "output_projection_wrapper input_projection_wrapper lstm_block_wrapper layer_norm_basic_lstm_cell ugrnn_cell "
    "nas_rnn intersection_rnn_cell intersection_rnn_cell/in_projection phased_lstm_cell/mask_gates "
    "phased_lstm_cell/new_input phased_lstm_cell/output_gate attention_cell_wrapper "
    "attention_cell_wrapper/attn_output_projection attention_cell_wrapper/attention attention_decoder "
    "attention_decoder/Attention_0 attention_decoder/AttnOutputProjection"
).split()
# In `nas_rnn` there was a second matrix, and no bias.
_ODD = {"nas_rnn/biases": ("nas_rnn/recurrent_weights", "nas_rnn/recurrent_kernel")}
# Names of 0.x inside a decoder with attention.
_OLDEST = {
    "Attention_0/Linear/Bias": "Attention_0/bias",
    "Attention_0/Linear/Matrix": "Attention_0/kernel",
    "AttnOutputProjection/Linear/Bias": "AttnOutputProjection/bias",
    "AttnOutputProjection/Linear/Matrix": "AttnOutputProjection/kernel",
    "LSTMCell/B": "lstm_cell/bias",
    "LSTMCell/W_0": "lstm_cell/kernel",
    "Linear/Bias": "bias",
    "Linear/Matrix": "kernel",
}


def _replacements() -> collections.OrderedDict[str, str]:
    table: collections.OrderedDict[str, str] = collections.OrderedDict()
    for scope in _RENAMED:
        for old, new in (("weights", "kernel"), ("biases", "bias")):
            key, value = _ODD.get(f"{scope}/{old}", (f"{scope}/{old}", f"{scope}/{new}"))
            table[key] = value
    table.update((f"attention_decoder/{old}", f"attention_decoder/{new}") for old, new in _OLDEST.items())
    return table


RNN_NAME_REPLACEMENTS = _replacements()
RNN_SHARDED_NAME_REPLACEMENTS = collections.OrderedDict(
    [
        ("LSTMCell/W_", "lstm_cell/weights/part_"),
        ("BasicLSTMCell/Linear/Matrix_", "basic_lstm_cell/weights/part_"),
        ("GRUCell/W_", "gru_cell/weights/part_"),
        ("MultiRNNCell/Cell", "multi_rnn_cell/cell_"),
    ]
)
