"""Writes `old_names.json`: what the modern spellings of `old_name_cases.py`, and the graphs of
`legacy_seq2seq_cases.py`, give under the real TensorFlow 1.15.

Run with a Python 3.7 that has tensorflow==1.15.5: `CUDA_VISIBLE_DEVICES= python tests/golden/record_old_names.py`.
The table: case -> {"ops": names of all ops in order, or for more than 100 their number and SHA-1, "variables": names,
"values": flat lists, bytes in hexadecimal}.
"""

import hashlib
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
TARGET = os.path.join(HERE, "old_names.json")


def played(tf, build):
    """Builds in a fresh graph with a fixed seed and runs what it returns."""
    with tf.Graph().as_default() as graph:
        tf.set_random_seed(7)
        fetched = flat(build(tf))
        with tf.Session(graph=graph) as session:
            session.run(tf.global_variables_initializer())
            values = [plain(each) for each in session.run(fetched)]
        names = [operation.name for operation in graph.get_operations()]
        return {"ops": summed_up(names), "variables": [v.op.name for v in tf.global_variables()], "values": values}


def flat(result):
    if isinstance(result, (list, tuple)):
        return [each for part in result for each in flat(part)]
    return [result]


def summed_up(names):
    """The names, or their number and SHA-1 if they are many."""
    text = " ".join(names)
    return text if len(names) <= 100 else "%d ops, SHA-1 %s" % (len(names), hashlib.sha1(text.encode()).hexdigest())


def plain(value):
    """JSON for one fetched value."""
    if isinstance(value, bytes):
        return value.hex()
    if value.dtype.kind == "c":
        value = value.ravel().view(value.real.dtype)
    return [float("%.9g" % each) for each in value.ravel()]


def main():
    os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
    sys.path.insert(0, HERE)
    import tensorflow as tf
    from legacy_seq2seq_cases import CASES as SEQ2SEQ
    from old_name_cases import CASES

    tf.logging.set_verbosity(tf.logging.ERROR)
    table = {name: played(tf, modern) for name, (modern, _) in CASES.items()}
    for name, build in SEQ2SEQ.items():
        table["seq2seq." + name] = played(tf, lambda tf, build=build: build(tf, tf.contrib.legacy_seq2seq))
    with open(TARGET, "w") as out:
        json.dump(table, out, sort_keys=True, separators=(",", ":"), indent=0)
        out.write("\n")


if __name__ == "__main__":
    main()
