"""Proves that the real TensorFlow 1.15 reads what is written here: checkpoints, meta graphs, frozen graph, SavedModel.

`tfcompat run tests/golden/check_checkpoints_back.py write FOLDER`, then with a Python 3.7 that has
tensorflow==1.15.5: `python tests/golden/check_checkpoints_back.py check FOLDER`. One line per file and model.
"""

import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(os.path.dirname(HERE)))

import tensorflow as tf  # noqa: E402

from tests.support import checkpoints  # noqa: E402


def report(what, good, detail=""):
    print("%-28s %s %s" % (what, "equal" if good else "DIFFERENT", detail))
    return good


def compare(what, expected, got):
    variables, losses, output = got
    good = variables == expected["variables"]
    good = good and checkpoints.near(losses, expected["losses"]) and checkpoints.near(output, expected["output"])
    detail = "%d variables, losses %s" % (len(variables), " ".join("%.5f" % loss for loss in losses))
    return report(what, good, detail)


def check(folder):
    expected = checkpoints.recorded(folder)
    results = [compare(name, expected[name], checkpoints.restored(folder, name)) for name in checkpoints.MODELS]
    for name in checkpoints.WITH_META:
        results.append(compare(name + ".meta", expected[name], checkpoints.imported(folder, name)))
    frozen, saved = checkpoints.frozen_output(folder), checkpoints.saved_model_output(folder)
    results.append(report("frozen.pb", checkpoints.near(frozen, expected["convnet"]["output"])))
    results.append(report("saved_model", checkpoints.near(saved, expected["saved_model"]["output"])))
    return all(results)


if __name__ == "__main__":
    action, folder = sys.argv[1:]
    if action == "write":
        os.makedirs(folder)
        checkpoints.write(folder)
        print("written under TensorFlow", tf.__version__)
    else:
        print("checked under TensorFlow", tf.__version__)
        sys.exit(not check(folder))
