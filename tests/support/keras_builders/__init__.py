"""Small programs for Keras 1 and 2, played under the real Keras 2.3.1 and here; the modules are the topics."""

TOPICS = (
    "applications",
    "configurations",
    "keras1",
    "layers",
    "losses",
    "models",
    "old_files",
    "optimizers",
    "printed",
    "recurrent",
    "sessions",
    "tensors",
)
