"""Where the modules of Keras 1 and 2 are served from. A table."""

from __future__ import annotations

# Modules that code of Keras 1 calls: their names were a function's too.
CALLED = {"layers.merge": "merge"}
# module -> modules of this package, or of tf_keras, whose names it has; first to last
_LAYERS = ("layers",)
MODULES: dict[str, tuple[str, ...]] = {
    "": ("",),
    "activations": ("activations",),
    "applications": ("applications",),
    "backend": ("backend",),
    "backend.common": ("backend",),
    "backend.load_backend": ("backend",),
    "backend.tensorflow_backend": ("backend",),
    "callbacks": ("callbacks",),
    "callbacks.callbacks": ("callbacks",),
    "callbacks.tensorboard_v1": ("callbacks",),
    "constraints": ("constraints",),
    "datasets": ("datasets",),
    "engine": ("engine", "layers"),
    "engine.base_layer": ("engine", "layers"),
    "engine.input_layer": ("engine", "layers"),
    "engine.network": ("engine", "models"),
    "engine.saving": ("engine.saving", "models"),
    "engine.sequential": ("engine", "models"),
    "engine.topology": ("engine", "layers", "models", "engine.saving"),
    "engine.training": ("engine", "models"),
    "initializations": ("initializations", "initializers"),
    "initializers": ("initializers",),
    "layers": _LAYERS,
    "layers.advanced_activations": _LAYERS,
    "layers.convolutional": _LAYERS,
    "layers.convolutional_recurrent": _LAYERS,
    "layers.core": _LAYERS,
    "layers.cudnn_recurrent": _LAYERS,
    "layers.embeddings": _LAYERS,
    "layers.local": _LAYERS,
    "layers.merge": _LAYERS,
    "layers.noise": _LAYERS,
    "layers.normalization": _LAYERS,
    "layers.pooling": _LAYERS,
    "layers.recurrent": _LAYERS,
    "layers.wrappers": _LAYERS,
    "legacy": ("legacy",),
    "legacy.interfaces": ("legacy.interfaces",),
    "legacy.layers": _LAYERS,
    "losses": ("losses",),
    "metrics": ("metrics",),
    "models": ("models",),
    "objectives": ("losses",),
    "optimizers": ("optimizers",),
    "preprocessing": ("preprocessing",),
    "preprocessing.image": ("keras1_images", "preprocessing.image"),
    "preprocessing.sequence": ("preprocessing.sequence",),
    "preprocessing.text": ("preprocessing.text",),
    "regularizers": ("regularizers",),
    "utils": ("utils",),
    "utils.conv_utils": ("utils.conv_utils", "utils"),
    "utils.data_utils": ("utils",),
    "utils.generic_utils": ("utils.generic_utils", "utils"),
    "utils.io_utils": ("utils",),
    "utils.layer_utils": ("utils.layer_utils", "utils"),
    "utils.multi_gpu_utils": ("utils",),
    "utils.np_utils": ("utils.np_utils", "utils"),
    "utils.training_utils": ("utils",),
    "utils.vis_utils": ("utils.drawing", "utils"),
    "utils.visualize_util": ("utils.drawing", "utils"),
    "wrappers": ("wrappers",),
    "wrappers.scikit_learn": ("wrappers.scikit_learn",),
    **{
        f"applications.{name}": (f"applications.{name}",)
        for name in (
            "densenet imagenet_utils inception_resnet_v2 inception_v3 mobilenet mobilenet_v2 nasnet resnet resnet_v2 "
            "vgg16 vgg19 xception"
        ).split()
    },
    "applications.resnet50": ("keras1_blocks", "applications.resnet50"),
    **{
        f"datasets.{name}": (f"datasets.{name}",)
        for name in "boston_housing cifar10 cifar100 fashion_mnist imdb mnist reuters".split()
    },
}

_MUSIC = (
    "Keras 2.1 dropped the model for music, which has no successor: copy keras/applications/{} of Keras 1.2.2 into "
    "your project and import it from there; its layers are all served"
)
_OTHER = "tfcompat runs on TensorFlow alone: use keras.backend, which has the same functions"
# Modules that there were and that nothing serves -> what to do.
GONE = {
    "applications.audio_conv_utils": _MUSIC.format("audio_conv_utils.py"),
    "applications.music_tagger_crnn": _MUSIC.format("music_tagger_crnn.py"),
    "backend.cntk_backend": _OTHER,
    "backend.numpy_backend": _OTHER,
    "backend.theano_backend": _OTHER,
}
# A name of a module -> the module of GONE that had it.
GONE_NAMES = {("applications", "MusicTaggerCRNN"): "applications.music_tagger_crnn"}
