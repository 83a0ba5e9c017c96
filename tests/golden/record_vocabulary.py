"""Writes `tfcompat/symbols/tf_1_15.json`: every public name of TensorFlow 1.15, asked from TensorFlow 1.15 itself.

Run with the real TensorFlow 1.15 on Python 3.7, from the repository root:

    python tests/golden/record_vocabulary.py

What counts as a public name: each attribute of `tensorflow` that does not start with an underscore, and the same for
each module reached this way that TensorFlow's API generator made (`_api` or `.api._v` in its name: `tf.nn`,
`tf.keras.layers`, `tf.estimator.export`, ...), and for `tf.flags`, `tf.app.flags`, `tf.test.mock` and
`tf.pywrap_tensorflow`, which are plain modules. A name counts once per dotted path. `tf.compat.v1` holds the very
same objects as `tf` (checked below) and is written as an alias; `tf.compat.v2` is written with its names and kinds
only.

`tf.contrib`: the names of each `tf.contrib.<module>`, and of the inner modules listed in CONTRIB_INNER, where only what
contrib defines or lists in `__all__` counts. Modules that a contrib module merely imported are left out.

Each name is stored as one word for its kind (m module, c class, f function, k constant, o other) and, for functions and
classes, the argument names; `=` marks an argument with a default.
"""

import inspect
import json
import os
import sys
import types
import warnings

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
warnings.filterwarnings("ignore")

import tensorflow as tf  # noqa: E402
from tensorflow.python.util import tf_inspect  # noqa: E402

tf.compat.v1.logging.set_verbosity("ERROR")
TARGET = os.path.join("tfcompat", "symbols", "tf_1_15.json")
PLAIN_MODULES = ("flags", "app.flags", "test.mock", "pywrap_tensorflow")
CONTRIB_INNER = (
    "bayesflow.monte_carlo compiler.jit compiler.xla distributions.bijectors framework.nest labeled_tensor.nn "
    "keras.activations "
    "keras.applications keras.backend keras.callbacks keras.constraints keras.datasets.mnist keras.datasets.cifar10 "
    "keras.datasets.imdb keras.initializers keras.layers keras.losses keras.metrics keras.models keras.optimizers "
    "keras.preprocessing.image keras.preprocessing.sequence keras.preprocessing.text keras.regularizers keras.utils "
    "layers.feature_column layers.summaries learn.datasets learn.datasets.base learn.datasets.mnist "
    "learn.datasets.synthetic learn.datasets.text_datasets learn.graph_actions learn.head learn.io learn.learn_runner "
    "learn.models learn.monitors learn.ops learn.preprocessing learn.utils losses.metric_learning "
    "slim.data_decoder slim.data_provider slim.dataset slim.dataset_data_provider slim.evaluation slim.learning "
    "slim.model_analyzer slim.queues slim.tfexample_decoder solvers.lanczos solvers.least_squares "
    "solvers.linear_equations solvers.util tensor_forest.client.eval_metrics tensor_forest.client.random_forest "
    "tensor_forest.tensor_forest tensorboard.plugins.projector tfprof.model_analyzer tfprof.tfprof_logger "
    "timeseries.saved_model_utils tpu.profiler util.loader"
).split()
RE_EXPORTED = ("tensorflow.python.keras", "tensorflow.python.compiler.xla", "tensorflow.python.util.nest")
ALIASES = {"compat.v1": ""}
CONSTANTS = (bool, int, float, str, bytes, tuple, list, dict, frozenset, type(None), tf.DType)


def public_names(module):
    """Attribute name -> value, sorted, without those that raise when touched."""
    found = {}
    for name in sorted(dir(module)):
        if name.startswith("_"):
            continue
        try:
            found[name] = getattr(module, name)
        except Exception as error:  # a lazily loaded module whose own import fails is no public name
            print("left out:", module.__name__, name, error, file=sys.stderr)
    return found


def arguments(thing):
    """The argument names of a function or class as words."""
    target = thing
    if inspect.isclass(thing):
        target = thing.__init__
        if issubclass(thing, tuple) or target is object.__init__:
            target = thing.__new__
    try:
        spec = tf_inspect.getfullargspec(target)
    except TypeError:
        return ""
    names = list(spec.args)
    if inspect.isclass(thing):
        names = names[1:]
    first_default = len(names) - len(spec.defaults or ())
    words = [name + ("=" if at >= first_default else "") for at, name in enumerate(names)]
    words += ["*" + spec.varargs] if spec.varargs else []
    words += [name + ("=" if name in (spec.kwonlydefaults or {}) else "") for name in spec.kwonlyargs]
    words += ["**" + spec.varkw] if spec.varkw else []
    return " ".join(words)


def described(value, with_arguments=True):
    """Kind letter and argument names of one value."""
    if isinstance(value, types.ModuleType):
        return "m"
    if inspect.isclass(value):
        kind = "c"
    elif callable(value) and not isinstance(value, tf.DType):
        kind = "f"
    else:
        return "k" if isinstance(value, CONSTANTS) else "o"
    return ("%s %s" % (kind, arguments(value) if with_arguments else "")).strip()


def walk(module, path, table, with_arguments=True, skip=()):
    """Adds the names of a generated module and of those below it to `table`: module path -> name -> description."""
    rows = table.setdefault(path, {})
    for name, value in public_names(module).items():
        dotted = (path + "." + name).lstrip(".")
        rows[name] = described(value, with_arguments)
        if not isinstance(value, types.ModuleType) or dotted in skip:
            continue
        generated = "_api." in value.__name__ or ".api._v" in value.__name__
        if generated or dotted in PLAIN_MODULES:
            walk(value, dotted, table, with_arguments and dotted != "pywrap_tensorflow", skip)


def walk_contrib(table):
    """Adds `tf.contrib` by the rule in the module's docstring."""
    rows = table["contrib"] = {}
    for name, value in public_names(tf.contrib).items():
        rows[name] = described(value)
        if isinstance(value, types.ModuleType):
            inner = table["contrib." + name] = {}
            for key, thing in public_names(value).items():
                if not isinstance(thing, types.ModuleType):
                    inner[key] = described(thing)
    for path in CONTRIB_INNER:
        walk_contrib_inner(path, table)


def walk_contrib_inner(path, table):
    """Adds an inner module of contrib, and the modules on the way to it."""
    module = tf.contrib
    parent = "contrib"
    for part in path.split("."):
        module = getattr(module, part)
        table.setdefault(parent, {})[part] = "m"
        parent += "." + part
    allowed = getattr(module, "__all__", ())
    rows = table.setdefault(parent, {})
    for name, value in public_names(module).items():
        if not isinstance(value, types.ModuleType) and (name in allowed or is_contrib(value)):
            rows[name] = described(value)


def is_contrib(value):
    """Whether contrib defines the value, or it is of a module that contrib re-exports whole."""
    home = (getattr(value, "__module__", None) or "").replace("tensorflow_core", "tensorflow")
    return home.startswith(("tensorflow.contrib", "tensorflow_estimator", *RE_EXPORTED))


def check_alias():
    """`tf.compat.v1` must hold the same objects as `tf`, or the alias would be wrong."""
    for name, value in public_names(tf.compat.v1).items():
        if name != "compat" and not isinstance(value, types.ModuleType):
            assert value is getattr(tf, name), name


def main():
    check_alias()
    table = {}
    walk(tf, "", table, skip=("contrib", "compat.v1", "compat.v2"))
    walk(tf.compat.v2, "compat.v2", table, with_arguments=False, skip=("compat.v2.compat",))
    outside = sum(len(rows) for path, rows in table.items() if not path.startswith("compat.v2"))
    before = set(table)
    walk_contrib(table)
    in_contrib = sum(len(table[path]) for path in set(table) - before)
    document = {
        "tensorflow": tf.__version__,
        "generator": "tests/golden/record_vocabulary.py",
        "kinds": {"m": "module", "c": "class", "f": "function", "k": "constant", "o": "other"},
        "counts": {"outside contrib": outside, "contrib": in_contrib},
        "aliases": ALIASES,
        "names": table,
    }
    text = json.dumps(document, sort_keys=True, indent=0, separators=(",", ":"))
    with open(TARGET, "w") as out:
        out.write(text + "\n")
    print(len(text), "bytes;", document["counts"])


if __name__ == "__main__":
    main()
