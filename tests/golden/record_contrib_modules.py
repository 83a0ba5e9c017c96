"""Writes `tfcompat/symbols/contrib_modules.json`: the path of every Python module inside 1.15's `tf.contrib`.

Run with the real TensorFlow 1.15 on Python 3.7, from the repository root.
"""

import json
import os

from tensorflow import contrib

HOME = os.path.dirname(contrib.__file__)
TARGET = os.path.join("tfcompat", "symbols", "contrib_modules.json")


def modules():
    """Dotted paths from `contrib` on, sorted; generated operations and tests are left out."""
    found = set()
    for folder, _, files in os.walk(HOME):
        for file in files:
            path = os.path.relpath(os.path.join(folder, file), os.path.dirname(HOME))
            if not file.endswith(".py") or "test" in path or "benchmark" in path:
                continue
            name = path[:-3].replace(os.sep, ".")
            name = name[: -len(".__init__")] if name.endswith(".__init__") else name
            parts = name.split(".")
            found.update(".".join(parts[:end]) for end in range(1, len(parts) + 1))
    return sorted(found)


if __name__ == "__main__":
    with open(TARGET, "w") as out:
        json.dump(modules(), out, indent=0)
        out.write("\n")
