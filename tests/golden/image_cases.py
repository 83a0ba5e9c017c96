"""Augmented images, drawn alike under TensorFlow 1.15 and here; also read by Python 3.7."""

import numpy as np

IMAGES = (np.arange(2 * 4 * 5 * 3).reshape(2, 4, 5, 3) * 2).astype("float32")
SETTINGS = {
    "rotation": {"rotation_range": 40},
    "width_shift": {"width_shift_range": 0.4},
    "height_shift": {"height_shift_range": 2},
    "shear": {"shear_range": 30.0},
    "zoom": {"zoom_range": 0.4},
    "brightness": {"brightness_range": (0.5, 1.5)},
    "flips": {"horizontal_flip": True, "vertical_flip": True},
    "channel_shift": {"channel_shift_range": 20.0},
    "standardized": {"rescale": 1 / 255.0, "samplewise_center": True, "samplewise_std_normalization": True},
    "together": {"rotation_range": 20, "zoom_range": 0.2, "shear_range": 10.0, "fill_mode": "constant", "cval": 7.0},
}
FUNCTIONS = {
    "random_rotation": lambda image: image.random_rotation(IMAGES[0], 30, 0, 1, 2),
    "random_shift": lambda image: image.random_shift(IMAGES[0], 0.3, 0.3, 0, 1, 2),
    "random_zoom": lambda image: image.random_zoom(IMAGES[0], (0.5, 0.9), 0, 1, 2),
    "random_shear": lambda image: image.random_shear(IMAGES[0], 20, 0, 1, 2),
    "random_brightness": lambda image: image.random_brightness(IMAGES[0], (0.5, 0.9)),
    "apply_brightness_shift": lambda image: image.apply_brightness_shift(IMAGES[0], 0.5),
    "apply_affine_transform": lambda image: image.apply_affine_transform(IMAGES[0], theta=10, tx=1, shear=5, zy=0.9),
}
# Epsilons are large: with few images a small one would show the rounding of each SVD and nothing else.
FITTED = {
    "zca": ({"zca_whitening": True, "zca_epsilon": 5.0}, {}),
    "zca_augmented": (
        {"zca_whitening": True, "zca_epsilon": 5.0, "featurewise_center": True, "rotation_range": 20},
        {"augment": True, "rounds": 2, "seed": 4},
    ),
}


def drawn(tf, name):
    """The array that a case gives with a fixed seed."""
    image = tf.keras.preprocessing.image
    np.random.seed(3)
    if name in FUNCTIONS:
        return FUNCTIONS[name](image)
    settings, fitting = FITTED.get(name, (SETTINGS.get(name), None))
    generator = image.ImageDataGenerator(**settings)
    if fitting is not None:
        generator.fit(IMAGES, **fitting)
    return next(generator.flow(IMAGES, np.arange(2), batch_size=2, seed=5))[0]
