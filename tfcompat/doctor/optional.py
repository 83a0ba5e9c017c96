"""Packages that some old code needs: distribution, what it is for, how to get it without touching TensorFlow."""

from __future__ import annotations

from typing import NamedTuple


class Package(NamedTuple):
    """`instead`: a module that does the same where the package is absent."""

    name: str
    serves: str
    install: str
    instead: str = ""


ALONE = "pip install --no-deps"
TABLE = (
    Package(
        "tensorflow-estimator",
        "tf.estimator and tf.contrib.learn",
        "pip install --no-deps tensorflow-estimator==2.15.0",
    ),
    Package("tf-slim", "tf.contrib.layers, slim, framework, metrics, losses", f"{ALONE} tf-slim==1.1.0"),
    Package("tensorflow-hub", "hub.Module", f"{ALONE} tensorflow-hub"),
    Package(
        "keras-applications",
        "keras.applications as Keras 2.3.1 had it (without it: tf_keras' own models)",
        f"{ALONE} keras-applications==1.0.8",
    ),
    Package("fissix", "Python 2 source", "pip install fissix", instead="lib2to3"),
    Package("nbclient", "tfcompat run of notebooks", "pip install nbclient nbformat ipykernel"),
    Package("scipy", "tf.contrib.opt.ScipyOptimizerInterface", "pip install scipy"),
    Package("pillow", "image functions", "pip install pillow"),
    Package("h5py", "Keras' .h5 files", "pip install h5py"),
)
