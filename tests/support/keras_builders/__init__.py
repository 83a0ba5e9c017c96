"""Small programs for Keras 1 and 2, played under the real Keras 2.3.1 and here; the modules are the topics."""

TOPICS = (
    "keras1",
    "layers",
    "losses",
    "models",
    "optimizers",
    "printed",
    "recurrent",
    "sessions",
)
