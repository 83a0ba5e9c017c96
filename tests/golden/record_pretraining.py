"""Records what google-research/bert's `create_pretraining_data.py` makes of the texts in `pretraining/`.

    python tests/golden/record_pretraining.py CHECKOUT [--python PYTHON …]

CHECKOUT is a checkout of google-research/bert, whose program is run by `tfcompat run`, or by PYTHON, an interpreter
with TensorFlow 1.15. Each case gives files in `pretraining/`, with the fields of each record in the order of their
names, since the order in which a library writes them is its own.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from pretraining_cases import CASES, FILES, TEXTS  # noqa: E402

FOLDER = Path(__file__).parent / "pretraining"


def run(python, checkout, case, folder):
    """What the program writes for a case: the paths of its files."""
    targets = [str(Path(folder, "{}_{}.tfrecord".format(case, number))) for number in range(FILES)]
    sources = [str(FOLDER / name) for name in TEXTS]
    flags = ["--{}={}".format(name, value) for name, value in CASES[case].items()]
    flags += ["--input_file=" + ",".join(sources), "--output_file=" + ",".join(targets)]
    flags += ["--vocab_file={}".format(FOLDER / "vocab.txt"), "--do_lower_case=True"]
    subprocess.run([*python, str(Path(checkout, "create_pretraining_data.py")), *flags], check=True, cwd=str(ROOT))
    return targets


def canonical(source, target):
    """A file's records, the fields of each in the order of their names."""
    import tensorflow as tf

    with tf.io.TFRecordWriter(str(target)) as writer:
        for record in tf.data.TFRecordDataset(str(source)):
            found = tf.train.Example.FromString(record.numpy())
            writer.write(found.SerializeToString(deterministic=True))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("checkout")
    parser.add_argument("--python", nargs="+", default=[sys.executable, "-m", "tfcompat", "run"])
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for case in CASES:
            for path in run(chosen.python, chosen.checkout, case, folder):
                canonical(path, FOLDER / Path(path).name)


if __name__ == "__main__":
    main()
