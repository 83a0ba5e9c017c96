"""What TensorFlow prints of itself and people take for an error: a table, asked only where no error is in the text."""

from __future__ import annotations

from tfcompat.explain.row import row

TABLE = (
    row(
        "processor-notice",
        "",
        r"This TensorFlow binary is optimized|not compiled to use: |oneDNN custom operations are on",
        "I tensorflow/core/platform/cpu_feature_guard.cc:210] This TensorFlow binary is optimized to use available CPU "
        "instructions",
        "No error: TensorFlow says which instructions of the processor it uses.",
        "TF_CPP_MIN_LOG_LEVEL=2 in the environment, before TensorFlow is imported, keeps it silent.",
    ),
    row(
        "gpu-notice",
        "",
        r"Could not find cuda drivers|Could not load dynamic library|Cannot dlopen some GPU libraries|"
        r"Unable to register cu(DNN|FFT|BLAS)|TensorRT was not found|failed call to cuInit",
        "I external/local_xla/xla/tsl/cuda/cudart_stub.cc:31] Could not find cuda drivers on your machine, GPU will "
        "not be "
        "used.",
        "No error: TensorFlow found no GPU, or not all of its libraries, and computes on the processor.",
        "On a machine with a GPU, `tfcompat doctor` says what is missing. TF_CPP_MIN_LOG_LEVEL=3 keeps it silent.",
    ),
    row(
        "deprecation-notice",
        "",
        r"is deprecated\. Please use tf\.compat\.v1|"
        r"\(from [\w.]+\) is deprecated and will be removed in a future version",
        "WARNING:tensorflow: The name tf.Session is deprecated. Please use tf.compat.v1.Session instead.",
        "No error: TensorFlow 1.13 to 1.15 names what TensorFlow 2 will call otherwise.",
        "tf.logging.set_verbosity(tf.logging.ERROR) keeps it silent; `tfcompat upgrade` rewrites such names.",
    ),
)
