"""`tf.contrib.rnn` of 1.15: recurrent cells, wrappers of cells, and functions that unroll them."""

from tfcompat.tf1 import lazy

HOMES = {
    "tf.nn": "static_bidirectional_rnn static_rnn static_state_saving_rnn",
    "tf.nn.rnn_cell": (
        "BasicLSTMCell BasicRNNCell DeviceWrapper DropoutWrapper GRUCell LSTMCell LSTMStateTuple MultiRNNCell "
        "RNNCell ResidualWrapper"
    ),
    "tfcompat.tf1.cells.base": "LayerRNNCell",
    "tfcompat.tf1.cells.wrappers": "EmbeddingWrapper InputProjectionWrapper OutputProjectionWrapper",
    ".batches": "best_effort_input_batch_size transpose_batch_time",
    ".attention_cell": "AttentionCellWrapper",
    ".compiled": "CompiledWrapper",
    ".conv_lstm": "Conv1DLSTMCell Conv2DLSTMCell Conv3DLSTMCell ConvLSTMCell",
    ".coupled_lstm": "CoupledInputForgetGateLSTMCell",
    ".fused": "FusedRNNCell FusedRNNCellAdaptor TimeReversedFusedRNN",
    ".grid_lstm": "BidirectionalGridLSTMCell GridLSTMCell",
    ".group_lstm": "GLSTMCell",
    ".gru_block": "GRUBlockCell GRUBlockCellV2",
    ".highway": "HighwayWrapper",
    ".independent": "IndRNNCell IndyGRUCell IndyLSTMCell",
    ".intersection": "IntersectionRNNCell",
    ".layer_norm_lstm": "LayerNormBasicLSTMCell",
    ".lstm_block": "LSTMBlockCell",
    ".lstm_block_fused": "LSTMBlockFusedCell LSTMBlockWrapper",
    ".nas": "NASCell",
    ".phased_lstm": "PhasedLSTMCell",
    ".stacks": "stack_bidirectional_dynamic_rnn stack_bidirectional_rnn",
    ".sru": "SRUCell",
    ".time_freq_lstm": "TimeFreqLSTMCell",
    ".ugrnn": "UGRNNCell",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
