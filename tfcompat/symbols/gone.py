"""Names of TensorFlow 1 that are gone: path -> what it was, why it is gone, what to use instead.

A row stands for its name and for everything below it; a longer path wins over a shorter one. All without `tf.`.
Rows for `tf.contrib` are in `gone_contrib.py`.
"""

_ESTIMATOR = (
    "the high-level train, evaluate and predict loop",
    "TensorFlow removed tf.estimator in 2.16",
    "pip install --no-deps tensorflow-estimator==2.15.0 has the code, or train with tf.keras or a tf.Session loop",
)
_BOOSTED_TREES = (
    "a canned estimator of gradient-boosted trees",
    "TensorFlow registers no kernel for its operations any more, and tensorflow-estimator removed it before 2.15",
    "the tensorflow_decision_forests package, or sklearn.ensemble.GradientBoostingClassifier",
)
_FUTURE = (
    "a feature of Python's __future__ that leaked into the module",
    "Python 3 has it built in",
    "from __future__ import it, or nothing",
)
_STATS = (
    "statistics of input pipelines",
    "TensorFlow 2 removed them with the options they hung on",
    "the TensorFlow Profiler's input-pipeline analysis (tf.profiler)",
)
_LITE_RNN = (
    "LSTM and RNN cells that carried hints for TOCO, the first TensorFlow Lite converter",
    "that converter was removed in 2.x; today's fuses plain Keras LSTMs",
    "tf.keras.layers.LSTM and tf.lite.TFLiteConverter.from_keras_model",
)
_TPU_EMBEDDING = (
    "optimizer settings for embeddings on TPUs",
    "TensorFlow 2 replaced them by tf.tpu.experimental.embedding",
    "tf.compat.v2.tpu.experimental.embedding.Adagrad, .Adam or .SGD",
)
_TPU_DEBUG = (
    "a debugging variant of a TPU-embedding op",
    "the TPU runtime dropped these ops",
    "the op of the same name without GradAccumDebug",
)
_KERAS_SAVED_MODEL = (
    "Keras' first SavedModel format",
    "Keras removed it early in 2.x",
    "model.save(path, save_format='tf') and tf.keras.models.load_model(path)",
)
_V2_LOSS_SCALE = (
    "loss scaling in the 2.0 preview's names",
    "TensorFlow 2.4 made it part of Keras",
    "tf.train.experimental, which still has it, or tf.compat.v2.keras.mixed_precision",
)

GONE: dict[str, tuple[str, str, str]] = {
    "estimator": _ESTIMATOR,
    "compat.v2.estimator": _ESTIMATOR,
    "estimator.BoostedTreesClassifier": _BOOSTED_TREES,
    "estimator.BoostedTreesEstimator": _BOOSTED_TREES,
    "estimator.BoostedTreesRegressor": _BOOSTED_TREES,
    "examples": (
        "the tutorials' example code, mostly examples.tutorials.mnist.input_data",
        "TensorFlow stopped shipping it in 2.0",
        "tf.keras.datasets.mnist.load_data()",
    ),
    "models": (
        "the models folder of TensorFlow 0.5 to 0.10",
        "it moved to the repository tensorflow/models in 2016",
        "for rnn, rnn_cell and seq2seq: tf.nn and tf.contrib.legacy_seq2seq; for the rest a copy of the file",
    ),
    "models.rnn.translate": (
        "the translation tutorial's data_utils and seq2seq_model",
        "it moved to the repository tensorflow/models in 2016",
        "a copy of the two files beside your script; tf.nn.seq2seq, which they call, is there",
    ),
    "models.embedding": (
        "the word2vec example with its own compiled ops",
        "it moved to the repository tensorflow/models in 2016, and its ops were never in the wheel",
        "tf.nn.nce_loss with tf.data, as the basic word2vec tutorial does",
    ),
    "models.image": (
        "the image examples of TensorFlow 0.x, such as cifar10 and imagenet",
        "they moved to the repository tensorflow/models in 2016",
        "a copy of the example's files beside your script",
    ),
    "app.flags.absolute_import": _FUTURE,
    "app.flags.division": _FUTURE,
    "app.flags.print_function": _FUTURE,
    "flags.absolute_import": _FUTURE,
    "flags.division": _FUTURE,
    "flags.print_function": _FUTURE,
    "data.experimental.StatsAggregator": _STATS,
    "data.experimental.StatsOptions": _STATS,
    "data.experimental.bytes_produced_stats": _STATS,
    "data.experimental.latency_stats": _STATS,
    "data.experimental.CheckpointInputPipelineHook": (
        "the session hook that saved the input pipeline's position for an Estimator",
        "TensorFlow removed it with tf.estimator",
        "tf.data.experimental.make_saveable_from_iterator(iterator) in the tf.GraphKeys.SAVEABLE_OBJECTS collection",
    ),
    "data.experimental.MapVectorizationOptions": (
        "switches of the map_vectorization rewrite",
        "TensorFlow 2 removed the rewrite",
        "batch before map where the function takes batches",
    ),
    "lite.experimental.nn": _LITE_RNN,
    "lite.experimental.get_potentially_supported_ops": (
        "the list of operations that TensorFlow Lite's first converter might convert",
        "that converter was removed in 2.x",
        "tf.lite.experimental.Analyzer.analyze on a converted model",
    ),
    "raw_ops.CompareAndBitpack": (
        "packs eight comparisons into a byte",
        "TensorFlow no longer registers the op",
        "tf.py_func with numpy.packbits(x > threshold, axis=-1)",
    ),
    "test.mock.BaseExceptions": (
        "a private helper of Python 3.7's unittest.mock",
        "later versions of Python do not have it",
        "BaseException",
    ),
    "tpu.experimental.AdagradParameters": _TPU_EMBEDDING,
    "tpu.experimental.AdamParameters": _TPU_EMBEDDING,
    "tpu.experimental.StochasticGradientDescentParameters": _TPU_EMBEDDING,
    "pywrap_tensorflow": (
        "TensorFlow's private bindings to C, generated by SWIG",
        "TensorFlow 2 replaced them by other private modules",
        "the public function above it: tf.train.NewCheckpointReader, tf.python_io, tf.gfile, tf.Session",
    ),
    "compat.v2.config.experimental_list_devices": (
        "the names of the devices",
        "TensorFlow 2 removed it",
        "tf.config.experimental_list_devices() or tf.compat.v2.config.list_logical_devices()",
    ),
    "compat.v2.data.experimental.CheckpointInputPipelineHook": _STATS,
    "compat.v2.data.experimental.MapVectorizationOptions": _STATS,
    "compat.v2.data.experimental.StatsAggregator": _STATS,
    "compat.v2.data.experimental.StatsOptions": _STATS,
    "compat.v2.data.experimental.bytes_produced_stats": _STATS,
    "compat.v2.data.experimental.latency_stats": _STATS,
    "compat.v2.keras.wrappers": (
        "the scikit-learn wrappers of Keras",
        "Keras removed them in 2.12",
        "tf.keras.wrappers.scikit_learn, which tfcompat brings, or the scikeras package",
    ),
    "compat.v2.keras.experimental.LinearCosineDecay": (
        "a learning-rate schedule",
        "Keras removed it in the course of 2.x",
        "tf.keras.experimental.LinearCosineDecay, which tfcompat brings",
    ),
    "compat.v2.keras.experimental.NoisyLinearCosineDecay": (
        "a learning-rate schedule",
        "Keras removed it in the course of 2.x",
        "tf.keras.experimental.NoisyLinearCosineDecay, which tfcompat brings",
    ),
    "compat.v2.keras.experimental.PeepholeLSTMCell": (
        "an LSTM cell with peephole connections",
        "Keras removed it in the course of 2.x",
        "tf.keras.experimental.PeepholeLSTMCell, which tfcompat brings",
    ),
    "compat.v2.keras.experimental.export_saved_model": _KERAS_SAVED_MODEL,
    "compat.v2.keras.experimental.load_from_saved_model": _KERAS_SAVED_MODEL,
    "compat.v2.keras.experimental.terminate_keras_multiprocessing_pools": (
        "ended leftover worker processes of Keras' data loading",
        "Keras removed it in the course of 2.x",
        "tf.keras.experimental.terminate_keras_multiprocessing_pools, which tfcompat brings",
    ),
    "compat.v2.keras.mixed_precision.experimental": (
        "mixed precision under its first names",
        "Keras 2.4 gave it stable names",
        "tf.keras.mixed_precision.experimental, which tfcompat brings, or tf.compat.v2.keras.mixed_precision",
    ),
    "compat.v2.keras.utils.HDF5Matrix": (
        "a view of an HDF5 dataset as model input",
        "Keras removed it in the course of 2.x",
        "tf.keras.utils.HDF5Matrix, which tfcompat brings, or h5py",
    ),
    "compat.v2.keras.utils.convert_all_kernels_in_model": (
        "flipped convolution kernels of Theano models",
        "Keras removed it in the course of 2.x",
        "tf.keras.utils.convert_all_kernels_in_model, which tfcompat brings",
    ),
    "compat.v2.keras.utils.multi_gpu_model": (
        "ran one model on several GPUs",
        "Keras removed it in the course of 2.x",
        "tf.distribute.MirroredStrategy",
    ),
    "compat.v2.train.experimental.DynamicLossScale": _V2_LOSS_SCALE,
    "compat.v2.train.experimental.FixedLossScale": _V2_LOSS_SCALE,
    "compat.v2.train.experimental.LossScale": _V2_LOSS_SCALE,
    "compat.v2.train.experimental.disable_mixed_precision_graph_rewrite": _V2_LOSS_SCALE,
    "compat.v2.train.experimental.enable_mixed_precision_graph_rewrite": _V2_LOSS_SCALE,
}

_TPU_DEBUG_OPS = (
    "LoadTPUEmbeddingADAM LoadTPUEmbeddingAdadelta LoadTPUEmbeddingAdagrad LoadTPUEmbeddingFTRL "
    "LoadTPUEmbeddingMomentum LoadTPUEmbeddingProximalAdagrad LoadTPUEmbeddingRMSProp RetrieveTPUEmbeddingADAM "
    "RetrieveTPUEmbeddingAdadelta RetrieveTPUEmbeddingAdagrad RetrieveTPUEmbeddingFTRL "
    "RetrieveTPUEmbeddingMomentum RetrieveTPUEmbeddingProximalAdagrad RetrieveTPUEmbeddingRMSProp"
).split()
for _op in _TPU_DEBUG_OPS:
    GONE[f"raw_ops.{_op}ParametersGradAccumDebug"] = _TPU_DEBUG
    GONE[f"compat.v2.raw_ops.{_op}ParametersGradAccumDebug"] = _TPU_DEBUG
GONE["compat.v2.raw_ops.CompareAndBitpack"] = GONE["raw_ops.CompareAndBitpack"]
