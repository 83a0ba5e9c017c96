"""Runs an exported function where only TensorFlow is: `benchmarks/export.py` starts it.

    python benchmarks/export_served.py FOLDER FUNCTION BATCH RUNS

FOLDER has `model`, and `texts.json` with the function's strings by name; `answers.npz` is written beside them.
"""

import importlib.abc
import json
import sys
import time

NOT_HERE = {"keras", "tf_keras", "keras_hub", "tokenizers", "transformers", "torch", "bert_tf", "tensorflow_text"}


class Blocked(importlib.abc.MetaPathFinder):
    """Nothing of what a server lacks can be imported."""

    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in NOT_HERE:
            raise ModuleNotFoundError(f"{name} is not here", name=name)


import numpy as np  # noqa: E402
import tensorflow as tf  # noqa: E402

sys.meta_path.insert(0, Blocked())  # now: TensorFlow looks whether Keras is installed while it is imported
for each in [each for each in sys.modules if each.partition(".")[0] in NOT_HERE]:
    del sys.modules[each]


def main(folder, name, batch, runs):
    with open(f"{folder}/texts.json", encoding="utf-8") as file:
        texts = json.load(file)
    function = tf.saved_model.load(f"{folder}/model").signatures[name]
    count, times = len(next(iter(texts.values()))), []
    for _ in range(int(runs) + 1):
        start = time.perf_counter()
        found = [
            function(**{key: tf.constant(each[first : first + int(batch)]) for key, each in texts.items()})
            for first in range(0, count, int(batch))
        ]
        arrays = {f"{number}.{key}": each.numpy() for number, row in enumerate(found) for key, each in row.items()}
        times.append(time.perf_counter() - start)
    assert not NOT_HERE & {each.partition(".")[0] for each in sys.modules}
    np.savez(
        f"{folder}/answers.npz",
        **{key: each.astype("S") if each.dtype == object else each for key, each in arrays.items()},
    )
    print(json.dumps(times[1:]))


if __name__ == "__main__":
    main(*sys.argv[1:])
