"""Files read into batches by queues: examples as they are, or parsed into features."""

from tfcompat.tf1 import lazy

HOMES = {
    ".examples": "read_batch_examples read_keyed_batch_examples read_keyed_batch_examples_shared_queue",
    ".features": (
        "queue_parsed_features read_batch_features read_batch_record_features read_keyed_batch_features "
        "read_keyed_batch_features_shared_queue"
    ),
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
