"""What Keras 1 called the arguments of Keras 2's layers. Source: keras.legacy.interfaces of 2.3.1."""

from __future__ import annotations

from typing import Any

# old=new, separated by blanks
_KERNEL = (
    "init=kernel_initializer W_regularizer=kernel_regularizer b_regularizer=bias_regularizer "
    "W_constraint=kernel_constraint b_constraint=bias_constraint bias=use_bias"
)
_RECURRENT = (
    "inner_init=recurrent_initializer inner_activation=recurrent_activation U_regularizer=recurrent_regularizer"
)
_MASKS = "dropout_W=dropout dropout_U=recurrent_dropout"
_FORMAT = "dim_ordering=data_format"
_CONVOLUTION = f"nb_filter=filters subsample=strides border_mode=padding {_FORMAT}"

# kind of layer -> (arguments that may stand without their names, or None for any; old=new)
KINDS: dict[str, tuple[str | None, str]] = {
    "dense": ("units", f"output_dim=units {_KERNEL}"),
    "dropout": ("rate noise_shape seed", "p=rate"),
    "spatial_dropout": ("rate", f"p=rate {_FORMAT}"),
    "gaussian_dropout": ("rate", "p=rate"),
    "gaussian_noise": ("stddev", "sigma=stddev"),
    "embedding": (
        "input_dim output_dim",
        "init=embeddings_initializer W_regularizer=embeddings_regularizer W_constraint=embeddings_constraint",
    ),
    "prelu": ("alpha_initializer", "init=alpha_initializer"),
    "pooling_1d": ("pool_size strides padding", "pool_length=pool_size stride=strides border_mode=padding"),
    "pooling": ("pool_size strides padding", f"border_mode=padding {_FORMAT}"),
    "global_pooling": (None, _FORMAT),
    "up_sampling_1d": ("size", "length=size"),
    "up_sampling": ("size", _FORMAT),
    "zero_padding": ("padding", _FORMAT),
    "cropping": ("cropping", _FORMAT),
    "recurrent": (
        "units",
        "output_dim=units init=kernel_initializer W_regularizer=kernel_regularizer b_regularizer=bias_regularizer "
        f"{_RECURRENT} {_MASKS} consume_less=implementation",
    ),
    "convolution_1d": (
        "filters kernel_size",
        f"nb_filter=filters filter_length=kernel_size subsample_length=strides border_mode=padding {_KERNEL}",
    ),
    "convolution": ("filters kernel_size", f"{_CONVOLUTION} {_KERNEL}"),
    "separable_convolution": (
        "filters kernel_size",
        f"{_CONVOLUTION} b_regularizer=bias_regularizer b_constraint=bias_constraint bias=use_bias",
    ),
    "recurrent_convolution": (
        "filters kernel_size",
        f"{_CONVOLUTION} init=kernel_initializer W_regularizer=kernel_regularizer b_regularizer=bias_regularizer "
        f"bias=use_bias {_RECURRENT} {_MASKS}",
    ),
    "batch_normalization": ("", "beta_init=beta_initializer gamma_init=gamma_initializer"),
    "lambda": ("function output_shape", ""),
}

VALUES: dict[str, dict[str, Any]] = {
    "dim_ordering": {"tf": "channels_last", "th": "channels_first", "default": None},
    "consume_less": {"cpu": 0, "mem": 1, "gpu": 2},
}

# layer -> kind
LAYERS = {
    layer: kind
    for kind, layers in {
        "dense": "Dense",
        "dropout": "Dropout SpatialDropout1D",
        "spatial_dropout": "SpatialDropout2D SpatialDropout3D",
        "gaussian_dropout": "GaussianDropout",
        "gaussian_noise": "GaussianNoise",
        "embedding": "Embedding",
        "prelu": "PReLU",
        "pooling_1d": "AveragePooling1D MaxPooling1D",
        "pooling": "AveragePooling2D AveragePooling3D MaxPooling2D MaxPooling3D",
        "global_pooling": (
            "GlobalAveragePooling2D GlobalAveragePooling3D GlobalMaxPooling2D GlobalMaxPooling3D"
        ),
        "up_sampling_1d": "UpSampling1D",
        "up_sampling": "UpSampling2D UpSampling3D",
        "zero_padding": "ZeroPadding2D ZeroPadding3D",
        "cropping": "Cropping2D Cropping3D",
        "recurrent": "GRU LSTM SimpleRNN",
        "convolution_1d": "Conv1D LocallyConnected1D",
        "convolution": "Conv2D Conv2DTranspose Conv3D LocallyConnected2D",
        "separable_convolution": "SeparableConv2D",
        "recurrent_convolution": "ConvLSTM2D",
        "batch_normalization": "BatchNormalization",
        "lambda": "Lambda",
    }.items()
    for layer in layers.split()
}  # fmt: skip

GENERATOR_METHODS = (
    "samples_per_epoch=steps_per_epoch val_samples=steps nb_epoch=epochs nb_val_samples=validation_steps "
    "nb_worker=workers pickle_safe=use_multiprocessing max_q_size=max_queue_size"
)
