"""Writes `checkpoints/` under the real TensorFlow 1.15: checkpoints, meta graphs, a frozen graph, a SavedModel.

Run with a Python 3.7 that has tensorflow==1.15.5: `CUDA_VISIBLE_DEVICES= python tests/golden/record_checkpoints.py`.
`recorded.json` beside them says what is found when they are used: variables, outputs, losses of the next five steps.
"""

import os
import shutil
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(os.path.dirname(HERE)))

from tests.support import checkpoints  # noqa: E402

if __name__ == "__main__":
    folder = os.path.join(HERE, "checkpoints")
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    checkpoints.write(folder)
