"""What stands around old TensorFlow code: Python 2, NumPy, SciPy, scikit-learn, the tutorials' data, protobuf."""

from tests.tfcompat.reported.row import Row

# tensorflow_hub 0.16 cannot be imported beside setuptools 82, which has dropped this module.
PKG_RESOURCES = (
    "import sys, types, packaging.version\n"
    "sys.modules['pkg_resources'] = types.SimpleNamespace(parse_version=packaging.version.parse)\n"
)
ROWS = {
    "5 tutorials": Row(
        "from tensorflow.examples.tutorials.mnist import input_data\nprint(input_data.read_data_sets.__name__)",
        "No module named 'tensorflow.examples'",
        "examples",
        "^read_data_sets$",
    ),
    "18 hub.Module": Row(
        PKG_RESOURCES + "import tensorflow as tf, tensorflow_hub as hub\n"
        "def twice():\n    x = tf.placeholder(tf.float32)\n    hub.add_signature(inputs=x, outputs=x * 2)\n"
        "m = hub.Module(hub.create_module_spec(twice))\nprint('is', tf.Session().run(m(tf.constant(1.5))))",
        "module 'tensorflow_hub' has no attribute 'Module'",
        "hub-module",
        "^is 3.0$",
    ),
    "18 LatestModuleExporter": Row(
        PKG_RESOURCES + "import tensorflow_hub as hub\nprint(hub.LatestModuleExporter.__name__)",
        "module 'tensorflow_hub' has no attribute 'LatestModuleExporter'",
        "hub-module",
        "^LatestModuleExporter$",
    ),
    "18 register_module_for_export": Row(
        PKG_RESOURCES + "from tensorflow_hub import register_module_for_export as f\nprint(f.__name__)",
        "cannot import name 'register_module_for_export' from 'tensorflow_hub'",
        "hub-module",
        "^register_module_for_export$",
    ),
    "24 numpy": Row(
        "import tensorflow as tf\nimport numpy as np\n"
        "print(np.zeros(2, np.bool), np.float(3), np.int(2.5), np.zeros(1, np.object), np.product([2, 3]))",
        "module 'numpy' has no attribute '(bool|float)'",
        "numpy-name",
        r"^\[False False\] 3.0 2 \[0\] 6$",
    ),
    "25 scipy.misc": Row(
        "from scipy.misc import imresize\nprint(imresize([[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]], (1, 3)).shape)",
        "cannot import name 'imresize' from 'scipy.misc'|No module named 'scipy.misc'",
        "scipy-image",
        r"^\(1, 3\)$",
    ),
    "25 imread and imsave": Row(
        "import numpy as np\nfrom scipy.misc import imread, imsave\n"
        "imsave('a.png', np.full((3, 4), 7, np.uint8))\nprint(imread('a.png').shape)",
        "cannot import name 'imread' from 'scipy.misc'|No module named 'scipy.misc'",
        "scipy-image",
        r"^\(3, 4\)$",
    ),
    "27 np.load": Row(
        "import numpy as np\nnp.save('a.npy', np.array([{'a': 3}], dtype=object))\nprint(np.load('a.npy')[0]['a'])",
        "Object arrays cannot be loaded when allow_pickle=False",
        "pickled-array",
        "^3$",
    ),
    "27 pickle": Row(
        "import pickle\nopen('a.pkl', 'wb').write(b\"S'\\\\xe9'\\n.\")\nprint(len(pickle.load(open('a.pkl', 'rb'))))",
        "'ascii' codec can't decode byte 0xe9",
        "python2-pickle",
        "^1$",
    ),
    "28 script": Row(
        "import cPickle, urllib2\nd = {'a': 7}\nfor k, v in d.iteritems():\n    print k, v / 2, d.has_key(k)",
        "Missing parentheses in call to 'print'",
        "python-2",
        "^a 3 True$",
    ),
    "28 xrange": Row(
        "print(sum(xrange(4)))",
        "name 'xrange' is not defined",
        "python-2",
        "^6$",
    ),
    "29 cross_validation": Row(
        "from sklearn.cross_validation import train_test_split\nprint(len(train_test_split([1, 2, 3, 4])[0]))",
        "No module named 'sklearn.cross_validation'",
        "sklearn-name",
        "^3$",
    ),
    "29 fetch_mldata": Row(
        "from sklearn.datasets import fetch_mldata\nprint(fetch_mldata.__name__)",
        "cannot import name 'fetch_mldata' from 'sklearn.datasets'",
        "sklearn-name",
        "^fetch_mldata$",
    ),
    "31 protobuf": Row(
        "from google.protobuf import descriptor\n"
        "descriptor.FieldDescriptor('a', 'b.a', 0, 1, 1, 1, 1, False, None, None, None, None, False, None)",
        "Descriptors cannot be created directly",
        "protobuf",
        r"Descriptors cannot be created directly(.|\n)*What to do: Generate the \*_pb2 files again",
    ),
}
