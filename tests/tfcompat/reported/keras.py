"""Keras 3 where the code of that time means Keras 2."""

from tests.tfcompat.reported.row import Row

V1 = "import tensorflow.compat.v1 as tf\n"
TF = "import tensorflow as tf\n"

ROWS = {
    "7 dense": Row(
        V1 + "print(tf.layers.dense(tf.zeros([1, 2]), 3).shape)",
        "`dense` is not available with Keras 3",
        "keras-3",
        r"^\(1, 3\)$",
    ),
    "7 BasicLSTMCell": Row(
        V1 + "print(tf.nn.rnn_cell.BasicLSTMCell(3).output_size)",
        "`BasicLSTMCell` is not available with Keras 3",
        "keras-3",
        "^3$",
    ),
    "7 batch_normalization": Row(
        V1 + "print(tf.layers.batch_normalization(tf.zeros([1, 2])).shape)",
        "`batch_normalization` is not available with Keras 3",
        "keras-3",
        r"^\(1, 2\)$",
    ),
    "9 KerasTensor": Row(
        TF + "x = tf.keras.layers.Input([3])\nprint(tf.nn.relu(x).shape.as_list())",
        "A KerasTensor cannot be used as input to a TensorFlow function",
        "keras-tensor",
        r"^\[None, 3\]$",
    ),
    "10 tf.keras": Row(
        TF + "s = tf.keras.backend.get_session()\nprint(s.run(tf.constant(3)))",
        "has no attribute 'get_session'",
        "keras-session",
        "^3$",
    ),
    "10 keras": Row(
        "import tensorflow as tf\nfrom keras import backend as K\nprint(K.get_session().run(tf.constant(3)))",
        "module 'keras.backend' has no attribute 'get_session'|cannot import name 'get_session'",
        "keras-session",
        "^3$",
    ),
    "10 set_session": Row(
        "import tensorflow as tf\nfrom keras.backend import get_session, set_session\n"
        "s = tf.Session()\nset_session(s)\nprint(get_session() is s)",
        "cannot import name '[gs]et_session' from 'keras.backend'",
        "keras-session",
        "^True$",
    ),
    "26 np_utils": Row(
        "from keras.utils import np_utils\nprint(np_utils.to_categorical([1, 0], 2).tolist())",
        "cannot import name 'np_utils' from 'keras.utils'",
        "keras-path",
        r"^\[\[0.0, 1.0\], \[1.0, 0.0\]\]$",
    ),
    "26 topology": Row(
        "from keras.engine.topology import Layer\nprint(Layer.__name__)",
        "No module named 'keras.engine'",
        "keras-path",
        "^Layer$",
    ),
    "26 layers": Row(
        "from keras.layers.core import Dense\nfrom keras.layers.normalization import BatchNormalization\n"
        "print(Dense.__name__, BatchNormalization.__name__)",
        "No module named 'keras.layers.core'",
        "keras-path",
        "^Dense BatchNormalization$",
    ),
    "33 optimizer": Row(
        # As with TF_USE_LEGACY_KERAS=1, which sends compat.v1's users here.
        "import tf_keras, tensorflow as tf\ntf.compat.v1.disable_v2_behavior()\n"
        "keras = tf.keras if hasattr(tf.keras.backend, 'get_session') else tf_keras\n"
        "model = keras.Sequential([keras.layers.Dense(1, input_shape=(2,))])\n"
        "model.compile(keras.optimizers.Adam(), 'mse')\nprint(type(model.optimizer).__name__)",
        r"convert_to_legacy_optimizer(.|\n)*numpy\(\) is only available when eager execution is enabled",
        "legacy-optimizer",
        "^Adam$",
    ),
}
