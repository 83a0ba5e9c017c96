"""The models of `keras.applications`: Keras 2.3.1 took them from the package keras-applications 1.0.8, and so do we.

Without that package they are tf_keras' own, whose MobileNet and ResNet50 have other layers and layer names. This is the
one file that imports it.
"""

from __future__ import annotations

import functools
import importlib
import importlib.util
from types import SimpleNamespace
from typing import Any

_IMAGES = "decode_predictions preprocess_input"
# module of keras.applications, and of keras_applications -> its models
MODELS = {
    "densenet": "DenseNet121 DenseNet169 DenseNet201",
    "imagenet_utils": "",
    "inception_resnet_v2": "InceptionResNetV2",
    "inception_v3": "InceptionV3",
    "mobilenet": "MobileNet",
    "mobilenet_v2": "MobileNetV2",
    "nasnet": "NASNetLarge NASNetMobile",
    "resnet": "ResNet101 ResNet152 ResNet50",
    "resnet50": "ResNet50",
    "resnet_v2": "ResNet101V2 ResNet152V2 ResNet50V2",
    "vgg16": "VGG16",
    "vgg19": "VGG19",
    "xception": "Xception",
}


def served(path: str, backend: Any, layers: Any, models: Any, utils: Any) -> Any:
    """What `keras.applications` (`path` is empty) or one of its modules holds; None without keras-applications.

    Args:
      path: a name of `MODELS`, or nothing for all their models.
      backend: this and the others: the modules of Keras that the models are built with.
    """
    if importlib.util.find_spec("keras_applications") is None:
        return None
    with_these = {"backend": backend, "layers": layers, "models": models, "utils": utils}
    homes = {name: home for home, names in MODELS.items() for name in names.split()}  # ResNet50 is resnet50's
    if path:
        homes = dict.fromkeys(f"{MODELS[path]} {_IMAGES}".split(), path)
    found = {name: _built_with(home, name, with_these) for name, home in homes.items()}
    return SimpleNamespace(**found, __all__=sorted(found))


def _built_with(home: str, name: str, modules: dict[str, Any]) -> Any:
    function = getattr(importlib.import_module(f"keras_applications.{home}"), name)

    @functools.wraps(function)
    def build(*args: Any, **kwargs: Any) -> Any:
        return function(*args, **{**modules, **kwargs})

    return build
