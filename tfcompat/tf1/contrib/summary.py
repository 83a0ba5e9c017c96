"""`tf.contrib.summary` of 1.15: summaries that write themselves, in graphs and eagerly."""

from tfcompat.tf1 import lazy

HOMES = {
    "__future__": "absolute_import division print_function",
    "tensorflow.python.ops.summary_ops_v2": (
        "SummaryWriter all_summary_ops=all_v2_summary_ops always_record_summaries audio create_file_writer "
        "create_summary_file_writer eval_dir flush=legacy_raw_flush generic graph=graph_v1 histogram image "
        "import_event initialize never_record_summaries record_summaries_every_n_global_steps scalar "
        "should_record_summaries=_legacy_contrib_should_record_summaries summary_writer_initializer_op"
    ),
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
