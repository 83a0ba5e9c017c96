"""Single names of `tf.contrib` that cannot be served, in modules that otherwise are: name -> was, why, instead."""

from __future__ import annotations

NAMES: dict[str, tuple[str, str, str]] = {
    "contrib.checkpoint.dot_graph_from_checkpoint": (
        "a drawing of a checkpoint's objects",
        "it is for looking at, and nothing else uses it",
        "tf.train.list_variables, or contrib.checkpoint.object_metadata",
    ),
    "contrib.checkpoint.split_dependency": (
        "one object saved as several",
        "it was built on parts of TensorFlow's checkpoints that are no more",
        "one tf.train.Checkpoint for each part",
    ),
    "contrib.compiler.xla.estimator_model_fn": (
        "an estimator's model compiled by XLA",
        "the compilation of whole training steps went with TPUEstimator",
        "tf.xla.experimental.compile within the model function",
    ),
    "contrib.data.CheckpointInputPipelineHook": (
        "an input pipeline's place, saved while an estimator trains",
        "TensorFlow removed it with tf.estimator",
        "tf.data.experimental.make_saveable_from_iterator with a tf.train.CheckpointSaverHook",
    ),
    **{
        f"contrib.eager.{name}": (
            "the network class before tf.keras.Model",
            "1.15 itself asked to leave it",
            "tf.keras.Model and tf.keras.Sequential, with tf.train.Checkpoint",
        )
        for name in ("Network", "Sequential", "restore_network_checkpoint", "save_network_checkpoint")
    },
    **{
        f"contrib.factorization.{name}": (
            "matrix factorization by weighted alternating least squares",
            "its kernels were compiled into a library of tf.contrib's own, which TensorFlow no longer builds",
            "the implicit package, or gradient descent on two tables of embeddings",
        )
        for name in ("WALSMatrixFactorization", "WALSModel")
    },
    "contrib.image.single_image_random_dot_stereograms": (
        "autostereograms of depth images",
        "its kernel is no longer part of TensorFlow",
        "a few lines of numpy inside tf.py_func",
    ),
    "contrib.kernel_methods.KernelLinearClassifier": (
        "a linear estimator on mapped features",
        "it was built on the first estimators of tf.contrib.learn",
        "tf.estimator.LinearClassifier on what RandomFourierFeatureMapper.map gives",
    ),
    "contrib.summary.create_db_writer": (
        "summaries into a database",
        "TensorBoard no longer reads it",
        "tf.contrib.summary.create_file_writer",
    ),
    "contrib.tfprof.ProfileContext": (
        "profiles of some steps, written while a session runs",
        "TensorFlow removed it",
        "tf.profiler.Profiler with tf.RunOptions(trace_level=tf.RunOptions.FULL_TRACE)",
    ),
    **{
        f"contrib.{module}.{name}": (
            "a mark that its file set for Python 2",
            "it was never part of TensorFlow",
            f"from __future__ import {name}",
        )
        for module in "grid_rnn labeled_tensor quantization reduce_slice_ops slim tensor_forest tensorboard".split()
        for name in ("absolute_import", "division", "print_function")
    },
    **{
        f"contrib.quantization.{name}": (
            "bits of comparisons, packed into bytes",
            "this TensorFlow generates no function for it",
            "tf.cast(values > threshold, tf.uint8) with the bits packed by tf.reduce_sum",
        )
        for name in ("CompareAndBitpack", "compare_and_bitpack", "compare_and_bitpack_eager_fallback")
    },
}
