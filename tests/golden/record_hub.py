"""Writes `hub/`: a module that tensorflow_hub 0.7 exported under TensorFlow 1.15, and what that does with it.

Run with a Python 3.7 that has tensorflow==1.15.5 and tensorflow-hub==0.7.0:
`CUDA_VISIBLE_DEVICES= python tests/golden/record_hub.py`.
"""

import json
import os
import shutil
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
TARGET = os.path.join(HERE, "hub")


def main():
    os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
    sys.path.insert(0, HERE)
    import tensorflow as tf
    import tensorflow_hub as hub
    from hub_cases import export, use, write_vocabulary

    tf.logging.set_verbosity(tf.logging.ERROR)
    shutil.rmtree(TARGET, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        export(tf, hub, os.path.join(TARGET, "module"), write_vocabulary(folder))
    with tf.Graph().as_default():
        seen = use(tf, hub, os.path.join(TARGET, "module"))
    with open(os.path.join(TARGET, "seen.json"), "w") as out:
        json.dump(seen, out, sort_keys=True, indent=1)
        out.write("\n")


if __name__ == "__main__":
    main()
