"""Old spellings of 0.x and early 1.x that mean exactly today's name: same arguments, same op. All without `tf.`.

A name whose arguments changed too is no row here; it has an adapter in `tfcompat.tf1`. Nor is a name that 1.15 still
has, such as `initialize_all_variables`.
"""

RENAMED: dict[str, str] = {
    # Arithmetic: TensorFlow 1.0 settled on NumPy's names.
    "mul": "multiply",
    "sub": "subtract",
    "neg": "negative",
    "inv": "reciprocal",
    "complex_abs": "abs",
    "select": "where",
    "concat_v2": "concat",
    "pack": "stack",
    "unpack": "unstack",
    "list_diff": "setdiff1d",
    "listdiff": "setdiff1d",
    # Linear algebra: since 1.0 the plain functions take batches.
    "batch_cholesky": "cholesky",
    "batch_cholesky_solve": "cholesky_solve",
    "batch_fft": "fft",
    "batch_fft2d": "fft2d",
    "batch_fft3d": "fft3d",
    "batch_ifft": "ifft",
    "batch_ifft2d": "ifft2d",
    "batch_ifft3d": "ifft3d",
    "batch_matrix_band_part": "matrix_band_part",
    "batch_band_part": "matrix_band_part",
    "batch_matrix_determinant": "matrix_determinant",
    "batch_matrix_diag": "matrix_diag",
    "batch_matrix_diag_part": "matrix_diag_part",
    "batch_matrix_inverse": "matrix_inverse",
    "batch_matrix_set_diag": "matrix_set_diag",
    "batch_set_diag": "matrix_set_diag",
    "batch_matrix_solve": "matrix_solve",
    "batch_matrix_solve_ls": "matrix_solve_ls",
    "batch_matrix_transpose": "matrix_transpose",
    "batch_matrix_triangular_solve": "matrix_triangular_solve",
    "batch_self_adjoint_eig": "self_adjoint_eig",
    "batch_self_adjoint_eigvals": "self_adjoint_eigvals",
    "batch_svd": "svd",
    # Summaries and training.
    "train.SummaryWriter": "summary.FileWriter",
    "train.SyncReplicasOptimizerV2": "train.SyncReplicasOptimizer",
    "train.SummaryWriterCache": "summary.FileWriterCache",
    "SummaryWriter": "summary.FileWriter",
    # Images.
    "image.per_image_whitening": "image.per_image_standardization",
    "image.saturate_cast": "saturate_cast",
    # Networks.
    "nn.deconv2d": "nn.conv2d_transpose",
    "nn.rnn": "nn.static_rnn",
    "nn.bidirectional_rnn": "nn.static_bidirectional_rnn",
    "nn.state_saving_rnn": "nn.static_state_saving_rnn",
    # Modules as they were found before tf.contrib and tf.nn took them in.
    "models.rnn.rnn.bidirectional_rnn": "nn.static_bidirectional_rnn",
    "models.rnn.rnn.dynamic_rnn": "nn.dynamic_rnn",
    "models.rnn.rnn.rnn": "nn.static_rnn",
    "models.rnn.rnn.state_saving_rnn": "nn.static_state_saving_rnn",
    "models.rnn.rnn_cell": "nn.rnn_cell",
    "models.rnn.seq2seq": "nn.seq2seq",
    "ops": "python.framework.ops",
    "framework": "python.framework",
    "rnn_cell": "nn.rnn_cell",
    "nn.seq2seq": "contrib.legacy_seq2seq",
    "contrib.rnn_cell": "contrib.rnn",
    "platform": "python.platform",
}
