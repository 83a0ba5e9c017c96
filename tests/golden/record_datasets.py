"""Writes `datasets.json`: what the cases of `dataset_cases.py` give under the real TensorFlow 1.15.

Run with a Python 3.7 that has tensorflow==1.15.5: `CUDA_VISIBLE_DEVICES= python tests/golden/record_datasets.py`.
The table: case -> list of [dtype, shape, values; beyond 60 of them their SHA-1].
"""

import hashlib
import json
import os
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
TARGET = os.path.join(HERE, "datasets.json")


def summed_up(array):
    """[dtype, shape, values or SHA-1]; reals rounded to single precision, text by its characters."""
    if array.dtype.kind == "U":
        return ["text", list(array.shape), array.ravel().tolist()]
    if array.size > 60:
        return [array.dtype.name, list(array.shape), hashlib.sha1(array.tobytes()).hexdigest()]
    return [array.dtype.name, list(array.shape), [float("%.6g" % each) for each in array.ravel()]]


def main():
    os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
    sys.path.insert(0, HERE)
    import tensorflow as tf
    from dataset_cases import CASES, write_mnist

    tf.logging.set_verbosity(tf.logging.ERROR)
    table = {}
    with tempfile.TemporaryDirectory() as folder:
        write_mnist(folder)
        for name, build in CASES.items():
            with tf.Graph().as_default():
                table[name] = [summed_up(each) for each in build(tf, folder)]
    with open(TARGET, "w") as out:
        json.dump(table, out, sort_keys=True, separators=(",", ":"), indent=0)
        out.write("\n")


if __name__ == "__main__":
    main()
