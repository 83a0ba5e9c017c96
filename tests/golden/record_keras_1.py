"""Records what the real Keras 1.2.2 on TensorFlow 1.15 gives, and two model files that it wrote.

Run with a Python 3.7 that has tensorflow==1.15.5, keras==1.2.2 and h5py==2.10.0:
`CUDA_VISIBLE_DEVICES= python tests/golden/record_keras_1.py`. Writes `keras/of_keras_1.json`,
`keras/files_of_1.2.2.json`, `keras/written_by_1.2.2_th.h5` and `keras/written_by_1.2.2_joined.h5`.
"""

import json
import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FOLDER = os.path.join(ROOT, "tests", "golden", "keras")
sys.path.insert(0, ROOT)

import keras  # noqa: E402
import numpy as np  # noqa: E402
import tensorflow as tf  # noqa: E402

from tests.support.keras_builders.registry import plain, play, roster, rows  # noqa: E402

IMAGES, WORDS, EXTRA = rows(6, 2, 8, 7, seed=3), np.arange(36).reshape(6, 6) % 11, rows(6, 3, seed=2)
Y = np.eye(3)[[0, 1, 2, 2, 1, 0]]


def channels_first():
    keras.backend.set_image_dim_ordering("th")
    k = keras.layers
    model = keras.models.Sequential()
    model.add(k.Convolution2D(4, 3, 2, border_mode="same", activation="relu", input_shape=(2, 8, 7)))
    model.add(k.BatchNormalization(axis=1))
    model.add(k.MaxPooling2D((2, 2)))
    model.add(k.ZeroPadding2D((1, 2)))
    model.add(
        k.Convolution2D(
            3,
            2,
            3,
            subsample=(2, 1),
            W_regularizer="l2",
            b_constraint="nonneg",
            W_constraint=keras.constraints.maxnorm(3),
        )
    )
    model.add(k.AveragePooling2D((1, 2), border_mode="same"))
    model.add(k.Flatten())
    model.add(k.Dropout(0.5))
    model.add(k.MaxoutDense(5, nb_feature=2))
    model.add(k.advanced_activations.ParametricSoftplus())
    model.add(k.Dense(3, activation="softmax"))
    return model, IMAGES


def joined():
    keras.backend.set_image_dim_ordering("tf")
    k = keras.layers
    words, extra = k.Input(shape=(6,), dtype="int32", name="words"), k.Input(shape=(3,), name="extra")
    x = k.Embedding(11, 4, input_length=6, dropout=0.1)(words)
    x = k.Convolution1D(5, 3, border_mode="same", activation="tanh")(x)
    x = k.Bidirectional(k.LSTM(3, return_sequences=True, inner_activation="sigmoid"))(x)
    x = k.TimeDistributed(k.Dense(4))(x)
    x = k.core.TimeDistributedDense(3)(x)
    x = k.GRU(4, dropout_W=0.2)(x)
    y = k.Highway(activation="relu")(k.Dense(4, init="uniform")(extra))
    both = k.merge([k.merge([x, y], mode="mul"), k.merge([x, y], mode="concat")], mode="concat", concat_axis=-1)
    out = k.Dense(3, activation="softmax")(both)
    return keras.models.Model(input=[words, extra], output=out), [WORDS, EXTRA]


def record(name, build):
    keras.backend.clear_session()
    np.random.seed(5)
    tf.set_random_seed(5)
    model, x = build()
    model.compile(keras.optimizers.Adam(lr=0.01), "categorical_crossentropy", metrics=["accuracy"])
    model.fit(x, Y, nb_epoch=2, batch_size=3, verbose=0)
    model.save(os.path.join(FOLDER, "written_by_1.2.2_" + name + ".h5"))
    return {
        "predicted": plain(model.predict(x)),
        "score": plain(model.evaluate(x, Y, verbose=0)),
        "json": model.to_json(),
    }


if __name__ == "__main__":
    assert keras.__version__ == "1.2.2", keras.__version__
    answers = {
        "of_keras_1": {name: play(keras, tf, make) for name, make in sorted(roster("of_keras_1").items())},
        "files_of_1.2.2": {name: record(name, build) for name, build in [("th", channels_first), ("joined", joined)]},
    }
    for name, answer in answers.items():
        with open(os.path.join(FOLDER, name + ".json"), "w") as out:
            json.dump(answer, out, indent=0, sort_keys=True)
            out.write("\n")
