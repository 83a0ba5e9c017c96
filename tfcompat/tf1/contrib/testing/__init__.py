"""`tf.contrib.testing` of 1.15: event files read back, and a summary writer that keeps what it is given."""

from tfcompat.tf1 import lazy

HOMES = {
    "__future__": "absolute_import division print_function",
    ".event_files": (
        "assert_summary latest_event_file latest_events latest_summaries simple_values_from_events to_summary_proto"
    ),
    ".fake_summary_writer": "FakeSummaryWriter",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
