"""Images of `tf.contrib.image`. Sizes: batch 2, height 4, width 5, 3 channels."""

import importlib
from typing import Any

import numpy as np

from tests.support.contrib_builders.registry import builder


def _images(tf: Any) -> Any:
    return tf.constant(np.abs(np.sin(np.arange(120, dtype=np.float32))).reshape(2, 4, 5, 3))


def _distort(tf: Any) -> Any:
    """1.15 no longer names these in `tf.contrib.image`."""
    return importlib.import_module("tensorflow.contrib.image.python.ops.distort_image_ops")


@builder
def rotated(tf: Any) -> Any:
    x = _images(tf)
    rotate = tf.contrib.image.rotate
    whole = tf.cast(x * 255, tf.uint8)
    return rotate(x, 0.5), rotate(x, [0.3, -1.0], "BILINEAR"), rotate(whole[0], 0.7), rotate(x[0, :, :, 1], np.pi / 2)


@builder
def translated(tf: Any) -> Any:
    x = _images(tf)
    return tf.contrib.image.translate(x, [1, -2]), tf.contrib.image.translate(x, [[0.5, 0], [0, 1.5]], "BILINEAR")


@builder
def transformed(tf: Any) -> Any:
    x = _images(tf)
    numbers = [1.1, 0.2, -0.5, 0.1, 0.9, 0.3, 0.01, 0.02]
    return (
        tf.contrib.image.transform(x, numbers),
        tf.contrib.image.transform(x, numbers, "BILINEAR", output_shape=[3, 7]),
        tf.gradients(tf.contrib.image.transform(x, numbers, "BILINEAR") ** 2, x),
    )


@builder
def transforms(tf: Any) -> Any:
    image = tf.contrib.image
    turns = image.angles_to_projective_transforms([0.3, 1.2], 4.0, 5.0)
    shift = image.translations_to_projective_transforms([1.0, 2.0])
    both = image.compose_transforms(turns, shift)
    return (
        turns,
        shift,
        both,
        image.flat_transforms_to_matrices(both),
        image.matrices_to_flat_transforms(image.flat_transforms_to_matrices(both)),
    )


@builder
def dense_warp(tf: Any) -> Any:
    flow = tf.constant(2 * np.cos(np.arange(80, dtype=np.float32)).reshape(2, 4, 5, 2))
    x = _images(tf)
    warped = tf.contrib.image.dense_image_warp(x, flow)
    return warped, tf.gradients(warped, [x, flow])


@builder
def spline(tf: Any) -> Any:
    points = tf.constant(np.sin(np.arange(10, dtype=np.float32)).reshape(1, 5, 2))
    values = tf.constant(np.cos(np.arange(15, dtype=np.float32)).reshape(1, 5, 3))
    places = tf.constant(np.sin(np.arange(8, dtype=np.float32) + 0.5).reshape(1, 4, 2))
    interpolate = tf.contrib.image.interpolate_spline
    return [interpolate(points, values, places, order, 0.1) for order in (1, 2, 3, 4, 6)]


@builder
def sparse_warp(tf: Any) -> Any:
    source = tf.constant([[[1.0, 1.0], [2.0, 3.0]]] * 2)
    target = tf.constant([[[1.5, 1.0], [2.0, 2.5]]] * 2)
    warp = tf.contrib.image.sparse_image_warp
    return warp(_images(tf), source, target, num_boundary_points=2), warp(_images(tf), source, target, 1, 0.1, 1)


@builder
def hsv_in_yiq(tf: Any) -> Any:
    x = _images(tf)
    whole = tf.cast(x * 255, tf.uint8)
    adjust = _distort(tf).adjust_hsv_in_yiq
    return adjust(x, 0.4, 1.2, 0.8), adjust(whole, -0.3, 0.5), adjust(x[0], scale_value=2.0)


@builder
def random_hsv(tf: Any) -> Any:
    return _distort(tf).random_hsv_in_yiq(_images(tf), 0.5, 0.5, 1.5, 0.8, 1.2, seed=4)


@builder
def matched(tf: Any) -> Any:
    distances = tf.constant(np.sin(np.arange(12, dtype=np.float32) * 7).reshape(3, 4))
    match = tf.contrib.image.bipartite_match
    return match(distances, -1), match(distances, 2), match(distances, 3.0, top_k=2), match(tf.transpose(distances), 4)


@builder
def components(tf: Any) -> Any:
    picture = np.int64(
        [
            [1, 1, 0, 2, 2, 2],
            [0, 1, 0, 2, 0, 2],
            [3, 1, 1, 0, 1, 2],
            [3, 0, 1, 1, 1, 2],
            [3, 3, 0, 2, 2, 2],
        ]
    )
    find = tf.contrib.image.connected_components
    two = np.stack([picture, picture[::-1]]) > 1
    return find(tf.constant(picture)), find(tf.constant(two)), find(tf.constant(picture.astype(np.float32)))
