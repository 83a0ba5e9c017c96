"""Model files by the names that later versions gave to other formats: 1.15 wrote HDF5."""

import h5py
import numpy as np
import pytest

import tfcompat.v1 as tf


@pytest.mark.parametrize("optimizer", ["rmsprop", "adam"])
def test_a_model_and_its_weights(tmp_path, optimizer):
    whole, weights, kept = (str(tmp_path / name) for name in ("m.keras", "m.weights.h5", "kept.keras"))
    with tf.Graph().as_default(), tf.Session():
        model = tf.keras.Sequential([tf.keras.layers.Dense(2, input_dim=3)])
        model.compile(optimizer, "mse")
        saved = tf.keras.callbacks.ModelCheckpoint(kept)
        model.fit(np.ones((4, 3)), np.ones((4, 2)), verbose=0, callbacks=[saved])
        model.save(whole)
        model.save_weights(weights)
        before = model.get_weights()
        model.set_weights([each * 0 for each in before])
        model.load_weights(weights)
        np.testing.assert_array_equal(before[0], model.get_weights()[0])
        again = tf.keras.models.load_model(whole)
        np.testing.assert_array_equal(before[0], again.get_weights()[0])
        assert type(again.optimizer) is type(model.optimizer)
    with h5py.File(whole) as file:
        assert {"model_config", "training_config"} <= set(file.attrs)
    with h5py.File(weights) as file:
        assert list(file.attrs["layer_names"]) in ([b"dense"], ["dense"])
    assert h5py.is_hdf5(kept)
