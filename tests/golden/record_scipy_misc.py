"""Records what SciPy's old image functions give: `python tests/golden/record_scipy_misc.py`.

Run with a Python 3.7 that has scipy==1.2.3 (the last with these functions, which had not changed since 1.0) and
pillow==6.2.2. Writes `scipy_misc.json`: case -> array.
"""

import json
import os
import sys
import warnings

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, ROOT)

import scipy.misc  # noqa: E402

from tests.golden.scipy_misc_cases import cases  # noqa: E402

if __name__ == "__main__":
    warnings.simplefilter("ignore")
    table = {}
    for name, call in sorted(cases(scipy.misc).items()):
        value = call()
        table[name] = {"dtype": str(value.dtype), "shape": list(value.shape), "values": value.ravel().tolist()}
    with open(os.path.join(ROOT, "tests", "golden", "scipy_misc.json"), "w") as out:
        json.dump(table, out)
        out.write("\n")
    print(len(table))
