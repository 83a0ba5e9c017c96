"""`ImageDataGenerator.fit` with `zca_whitening`: 1.15 adds epsilon to the eigenvalues, today's Keras to their roots."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from tfcompat.backend.replace import replaces


@replaces("tf_keras.src.preprocessing.image.ImageDataGenerator.fit")
def fit(
    original: Callable[..., None], self: Any, x: Any, augment: bool = False, rounds: int = 1, seed: Any = None
) -> None:
    """Keras' own fit for mean and deviation, then the whitening matrix as in 1.15."""
    if not self.zca_whitening:
        original(self, x, augment=augment, rounds=rounds, seed=seed)
        return
    state = np.random.get_state()
    self.zca_whitening = False
    try:
        original(self, x, augment=augment, rounds=rounds, seed=seed)
    finally:
        self.zca_whitening = True
    np.random.set_state(state)  # the same draws again: Keras keeps the images that it drew to itself
    images = _seen_by_fit(self, x, augment, rounds, seed)
    flat = images.reshape(len(images), -1)
    vectors, values, _ = np.linalg.svd(np.dot(flat.T, flat) / len(flat))
    scales = 1.0 / np.sqrt(values[np.newaxis] + self.zca_epsilon)
    self.principal_components = self.zca_whitening_matrix = (vectors * scales).dot(vectors.T)


def _seen_by_fit(self: Any, x: Any, augment: bool, rounds: int, seed: Any) -> np.ndarray:
    """The images, augmented and standardized, as Keras saw them."""
    images = np.array(x, dtype=self.dtype)
    if seed is not None:
        np.random.seed(seed)
    if self.rescale:
        images *= self.rescale
    if augment:
        images = np.stack([self.random_transform(image) for _ in range(rounds) for image in images])
    images = images.astype(self.dtype)
    if self.featurewise_center:
        images -= self.mean
    if self.featurewise_std_normalization:
        images /= self.std + 1e-6
    return images
