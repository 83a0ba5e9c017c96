"""Errors of values and shapes that do not fit, whatever TensorFlow 1 code runs on."""

from __future__ import annotations

from tfcompat.explain.row import row

TABLE = (
    row(
        "shared-cell",
        "ValueError",
        r"multi_rnn_cell/cell_0/.*(MatMul|and found shape)|Trying to share variable .*rnn",
        "ValueError: Trying to share variable rnn/multi_rnn_cell/cell_0/basic_lstm_cell/kernel, but specified shape "
        "(20, 40) and found shape (15, 40).",
        "One cell object stands at several layers, as in MultiRNNCell([cell] * n), so they share one weight matrix, "
        "and "
        "the first layer's input has another size.",
        "Make a cell for each layer: MultiRNNCell([make_cell() for _ in range(n)]).",
    ),
    row(
        "sparse-labels",
        "ValueError TypeError InvalidArgumentError",
        r"labels\.shape\.rank` must equal|Rank mismatch: Rank of labels|parameter 'labels' has DataType float|"
        r"Received a label value of .* outside the valid range",
        "ValueError: Rank mismatch: Rank of labels (received 2) should equal rank of logits minus 1 (received 2).",
        "sparse_softmax_cross_entropy_with_logits takes the number of each class (whole numbers, one a row), not "
        "one-hot "
        "rows; each is at least 0 and less than the number of classes.",
        "For one-hot labels use softmax_cross_entropy_with_logits(labels=…, logits=…), or give tf.argmax(labels, 1).",
    ),
    row(
        "named-arguments",
        "ValueError",
        r"Only call `\w+` with named arguments",
        "ValueError: Only call `softmax_cross_entropy_with_logits` with named arguments (labels=..., logits=..., ...)",
        "TensorFlow 1.0 exchanged the order of labels and logits, and since then takes them by name only.",
        "Write the names: labels=y, logits=scores. The logits are the scores before the softmax.",
    ),
    row(
        "op-shapes",
        "ValueError InvalidArgumentError",
        r"Dimensions must be equal, but are|Shape must be (at least )?rank \d+ but is rank|"
        r"Dimension \d+ in both shapes must be equal|Matrix size-incompatible|Incompatible shapes:|"
        r"must have the same first dimension|logits and labels must be (broadcastable|same size)",
        "ValueError: Dimensions must be equal, but are 3 and 4 for 'MatMul' (op: 'MatMul') with input shapes: [2,3], "
        "[4,5].",
        "The inputs of this operation do not fit each other; the text names the operation and its input shapes.",
        "Print the static shapes on the way there (`x.get_shape()`). An image batch has rank 4 (batch, height, width, "
        "channels): tf.expand_dims(x, -1) or tf.reshape(x, [-1, 28, 28, 1]); a layer of dense takes rank 2.",
    ),
    row(
        "reshape-size",
        "InvalidArgumentError ValueError",
        r"Input to reshape is a tensor with|Cannot reshape a tensor with",
        "InvalidArgumentError: Input to reshape is a tensor with 3 values, but the requested shape has 4",
        "tf.reshape keeps the number of values, and the new shape has another one; often the last batch is smaller.",
        "Leave one dimension open: tf.reshape(x, [-1, 4]).",
    ),
    row(
        "unknown-shape",
        "ValueError",
        r"Cannot convert a partially known TensorShape|"
        r"last dimension of the inputs to (a )?`?Dense`?( layer)? should be",
        "ValueError: Cannot convert a partially known TensorShape to a Tensor: (?, 3)",
        "A size is needed here while the graph is built, and it is known only when it runs (None, ?).",
        "tf.shape(x)[0] is the size as a tensor; x.set_shape([None, 3]) or the placeholder's shape says what is known.",
    ),
    row(
        "tensor-as-number",
        "TypeError",
        r"Tensor' object cannot be interpreted as an integer|indices must be integers or slices, not \w*Tensor|"
        r"len is not well defined for|'\w*Tensor' has no len\(\)|Tensor' object does not support item assignment|"
        r"Tensor' object cannot be interpreted as an index",
        "TypeError: 'Tensor' object cannot be interpreted as an integer",
        "A tensor of the graph has no value while the graph is built, so Python cannot count, index or assign with it.",
        "Use the graph's own: tf.range, tf.gather, tf.shape(x)[0], tf.while_loop, tf.concat for an assignment "
        "(tf.scatter_update for a variable's); or take the value first with sess.run(tensor).",
    ),
    row(
        "none-value",
        "ValueError",
        r"None values not supported",
        "ValueError: None values not supported.",
        "None stands where a tensor is expected: a function without a return, a size that is not known (x.shape[0]), "
        "or "
        "a gradient of a variable that the loss does not depend on.",
        "For a size take tf.shape(x)[0]. For gradients leave out those that are None: [(g, v) for g, v in pairs if g "
        "is "
        "not None].",
    ),
    row(
        "loop-invariant",
        "ValueError TypeError",
        r"enters the loop with (shape|type)|shape_invariants",
        "ValueError: Input tensor 'zeros:0' enters the loop with shape (2,), but has shape (4,) after one iteration.",
        "A variable of tf.while_loop must keep its type and static shape from one round to the next.",
        "Give shape_invariants=[…, tf.TensorShape([None])] for what grows; tf.cast what changes its type.",
    ),
    row(
        "index-range",
        "InvalidArgumentError",
        r"indices\[[\d,]*\] = .* is not in \[0, \d+\)",
        "InvalidArgumentError: indices[0] = 7 is not in [0, 3)",
        "An index is outside the table: a word's or label's number is negative or not less than the number of rows.",
        "Make the table one larger (numbers from 1 need size + 1), or map unknown words to a row of their own.",
    ),
    row(
        "ragged-array",
        "ValueError",
        r"inhomogeneous shape|setting an array element with a sequence",
        "ValueError: setting an array element with a sequence. The requested array has an inhomogeneous shape",
        "The rows have different lengths, so they make no array; until 1.24 NumPy made one of lists.",
        "Pad them to one length (keras.preprocessing.sequence.pad_sequences) before they are fed. For an array of "
        "lists "
        "np.array(rows, dtype=object), which `tfcompat run` does by itself.",
    ),
    row(
        "not-a-number",
        "InvalidArgumentError NanLossDuringTrainingError",
        r"Tensor had (NaN|Inf)|Nan in summary histogram|NaN loss during training|Model diverged with loss = NaN",
        "InvalidArgumentError: Nan in summary histogram for: weights_1",
        "A value became infinite or no number: too large a learning rate, the logarithm of 0, or a division by 0.",
        "Lower the learning rate; take softmax_cross_entropy_with_logits for -y * log(softmax), or "
        "tf.log(tf.clip_by_value(p, 1e-10, 1.0)); clip gradients with tf.clip_by_global_norm; look for nan in the "
        "data.",
    ),
    row(
        "no-such-device",
        "InvalidArgumentError",
        r"Cannot assign a device (for|to) (operation|node)",
        "InvalidArgumentError: Cannot assign a device for operation add: it was explicitly assigned to /device:GPU:0",
        "The graph puts this operation on a device that is not there, or has no such kernel.",
        "tf.Session(config=tf.ConfigProto(allow_soft_placement=True)) takes another device where need be.",
    ),
    row(
        "out-of-memory",
        "ResourceExhaustedError InternalError",
        r"OOM when allocating|ran out of memory|Dst tensor is not initialized",
        "ResourceExhaustedError: OOM when allocating tensor with shape[128,64,224,224]",
        "The device's memory is used up: by this model and batch, or by another process that holds it.",
        "Take a smaller batch; evaluate in pieces, not the whole test set at once; end other kernels; "
        "config.gpu_options.allow_growth = True leaves the rest to others.",
    ),
)
