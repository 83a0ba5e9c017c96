"""Prints what a fast encoder was made into: how many of each kernel, after TensorFlow's optimizer has run."""

import collections
import contextlib
import json
import sys
import tempfile
from pathlib import Path

import bert_tf  # before TensorFlow, so that it may turn oneDNN on
from tests.support import tiny_bert

model = tiny_bert.model(hidden_size=96, intermediate_size=192, num_hidden_layers=3)
fast, given = bert_tf.FastModel(model), tiny_bert.inputs(0, 16, 7)  # more than few tokens
expected = model(given).last_hidden_state

import tensorflow as tf  # noqa: E402

with tempfile.TemporaryDirectory() as folder:
    with contextlib.closing(tf.summary.create_file_writer(folder)) as writer, writer.as_default():
        tf.summary.trace_on(graph=True)
        difference = abs(fast(given).last_hidden_state - expected).numpy().max()  # made into kernels by this first call
        tf.summary.trace_export("run", step=0)
    (events,) = Path(folder).iterdir()
    kinds = collections.Counter()
    for event in tf.compat.v1.train.summary_iterator(str(events)):
        for value in event.summary.value:
            if value.metadata.plugin_data.plugin_name.startswith("graph_run_metadata"):
                run = tf.compat.v1.RunMetadata.FromString(value.tensor.string_val[0])
                graphs = [each.post_optimization_graph for each in run.function_graphs]
                nodes = [[*graph.node, *(n for f in graph.library.function for n in f.node_def)] for graph in graphs]
                for node in max(nodes, key=len, default=()):
                    fused = [each.decode() for each in node.attr["fused_ops"].list.s]
                    kinds[node.op + "".join(f"+{each}" for each in fused)] += 1
json.dump({"difference": float(difference), **kinds}, sys.stdout)
