"""Small broken programs, as people ask about them: what plain TensorFlow 2 prints finds its row, in a notebook too.

With tfcompat the same program runs, or its error has the explanation below it.
"""

import json
import re
from typing import NamedTuple

import pytest

from tests.support.interpreter import ROOT, python
from tfcompat.explain import chinese, search

pytestmark = pytest.mark.slow
V1 = "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\nf = lambda *s: tf.placeholder(tf.float32, s)\n"
KERAS = (
    "import numpy as np\nfrom keras.models import Sequential, Model\nfrom keras.layers import Input, Dense, LSTM\n"
    "m = Sequential([Dense(2, activation='softmax', input_shape=(3,))])\n"
)


class Program(NamedTuple):
    """`source`: a script, or a list of cells; `key`: the row that explains it; `here`: what it prints with tfcompat."""

    source: str | list[str]
    key: str
    here: str = "What to do: "


PROGRAMS = {
    "one-hot labels": Program(
        V1 + "labels = tf.placeholder(tf.int32, [None, 3])\n"
        "tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=f(4, 3))",
        "sparse-labels",
    ),
    "one cell for two layers": Program(
        V1 + "c = tf.nn.rnn_cell.GRUCell(4)\nmany = tf.nn.rnn_cell.MultiRNNCell([c] * 2)\n"
        "tf.nn.dynamic_rnn(many, f(2, 3, 5), dtype=tf.float32)",
        "keras-3",
    ),
    "feed by name": Program(V1 + "tf.Session().run(tf.constant(1), {'x': 1})", "no-such-tensor"),
    "images without channels": Program(
        V1 + "tf.nn.conv2d(f(7, 28, 28), f(3, 3, 1, 4), [1, 1, 1, 1], 'SAME')", "op-shapes"
    ),
    "window larger than the image": Program(
        V1 + "tf.nn.conv2d(f(1, 2, 2, 1), f(3, 3, 1, 4), [1, 1, 1, 1], 'VALID')", "image-order"
    ),
    "half a batch": Program(V1 + "tf.reshape(f(10, 4), [10 / 4, 16])", "true-division"),
    "split of 0.x": Program(V1 + "print(len(tf.split(1, 2, f(4, 6))))", "concat-order", "2\n"),
    "range of a tensor": Program(V1 + "for i in range(tf.constant(3)): pass", "tensor-as-number"),
    "rows of two lengths": Program(V1 + "x = f(None, 2)\ntf.Session().run(x, {x: [[1, 2], [3]]})", "ragged-array"),
    "assigned to a tensor": Program(V1 + "x = f(3)\nx[0] = 1.0", "tensor-as-number"),
    "word number too large": Program(V1 + "tf.Session().run(tf.gather(tf.zeros([3]), [7]))", "index-range"),
    "reshape of the last batch": Program(
        V1 + "x = f(None)\ntf.Session().run(tf.reshape(x, [2, 2]), {x: [1, 2, 3]})", "reshape-size"
    ),
    "logarithm of nothing": Program(
        V1 + "tf.Session().run(tf.check_numerics(tf.log(tf.constant(-1.0)), 'loss'))", "not-a-number"
    ),
    "shuffled range": Program("import random\nx = range(10)\nrandom.shuffle(x)", "python2-lists"),
    "first key": Program("print({'a': 1}.keys()[0])", "python2-lists"),
    "half a list": Program("x = list(range(9))\nprint(x[:len(x) / 2])", "true-division"),
    "text into a binary file": Program("with open('v.txt', 'wb') as f:\n    f.write('hello')", "text-and-bytes"),
    "unpacked argument": Program("def f(a, (b, c)):\n    print a, b, c\nf(1, (2, 3))", "python-2", "^1 2 3\n"),
    "raise of Python 2": Program(
        "try:\n    raise ValueError, 'bad'\nexcept ValueError, e:\n    print e", "python-2", "^bad\n"
    ),
    "units of Keras 1": Program(KERAS + "print(Dense(output_dim=3).units)", "keras-argument", "3\n"),
    "lr": Program(
        KERAS + "from keras.optimizers import SGD\nprint(SGD(lr=0.1, decay=1e-6).__class__.__name__)",
        "keras-argument",
        "SGD\n",
    ),
    "recurrent": Program("from keras.layers.recurrent import LSTM\nprint(LSTM(3).units)", "keras-path", "3\n"),
    "texts": Program(
        "from keras.preprocessing.text import Tokenizer\nprint(Tokenizer(3).num_words)", "keras-path", "3\n"
    ),
    "classes": Program(KERAS + "print(m.predict_classes(np.zeros((2, 3))))", "keras-method", r"\[0 0\]\n"),
    "accuracy of Keras 2.2": Program(
        KERAS + "m.compile('sgd', 'categorical_crossentropy', metrics=['accuracy'])\n"
        "print(m.fit(np.zeros((2, 3)), np.eye(2), verbose=0).history['acc'])",
        "keras-history",
        r"^\[(np\.float32\()?0\.5\)?\]\n",
    ),
    "tensor between layers": Program(
        KERAS + "import tensorflow as tf\na = Input(shape=(3,))\nb = tf.concat([a, a], 1)\nprint(b.shape)",
        "keras-tensor",
        r"\(\?, 6\)\n",
    ),
    "old names of pandas": Program(
        "import pandas\nprint(pandas.DataFrame({'a': [3]}).ix[0, 'a'])", "old-package-name", "^3\n"
    ),
    "Mapping": Program("import collections\nprint(isinstance({}, collections.Mapping))", "python-3-dropped", "^True\n"),
    "in a notebook: list": Program(["pairs = zip([1, 2], [3, 4])", "print(pairs[0])"], "python2-lists"),
    "in a notebook: shapes": Program([V1, "tf.matmul(f(2, 3), f(4, 5))"], "op-shapes"),
    "in a notebook: Python 2": Program(["x = 7", "print 'half', x / 2"], "python-2", "half 3\n"),
}  # fmt: skip


def printed(on):
    pieces = json.dumps({name: program.source for name, program in PROGRAMS.items()})
    process = python("-m", "tests.support.forks", on, cwd=ROOT, stdin=pieces)
    assert process.returncode == 0, process.stderr[-2000:]
    return json.loads(process.stdout)


@pytest.fixture(scope="module")
def plain():
    return printed("plain")


@pytest.fixture(scope="module")
def here():
    return printed("tfcompat")


@pytest.mark.parametrize("name", PROGRAMS)
def test_what_plain_tensorflow_2_prints_is_explained(plain, name):
    found = search.find(plain[name])
    assert found is not None and found.key == PROGRAMS[name].key, plain[name][-1000:]
    assert chinese.translated(found).what != found.what


@pytest.mark.parametrize("name", PROGRAMS)
def test_runs_here_or_is_explained_below(here, name):
    assert re.search(PROGRAMS[name].here, here[name], re.MULTILINE), here[name][-1000:]
