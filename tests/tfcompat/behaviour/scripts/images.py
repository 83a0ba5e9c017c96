"""`tf.image` and convolutions: numbers."""

import numpy as np
import tensorflow as tf

image = tf.constant(np.arange(48, dtype=np.float32).reshape(1, 4, 4, 3) / 48.0)
small = tf.constant(np.arange(12, dtype=np.uint8).reshape(2, 2, 3))
ops = {
    "bilinear": tf.image.resize_images(image, [2, 3]),
    "nearest": tf.image.resize_nearest_neighbor(image, [3, 3]),
    "bicubic": tf.image.resize_bicubic(image, [3, 3]),
    "area": tf.image.resize_area(image, [2, 2]),
    "aligned": tf.image.resize_bilinear(image, [3, 3], align_corners=True),
    "method": tf.image.resize_images(small, [3, 3], method=tf.image.ResizeMethod.NEAREST_NEIGHBOR),
    "pad": tf.image.resize_image_with_crop_or_pad(image, 2, 5),
    "crop": tf.image.crop_to_bounding_box(image, 1, 1, 2, 2),
    "central": tf.image.central_crop(image[0], 0.5),
    "boxes": tf.image.crop_and_resize(image, [[0.0, 0.0, 1.0, 1.0]], [0], [2, 2]),
    "flip": tf.image.flip_left_right(image),
    "rot": tf.image.rot90(image),
    "grey": tf.image.rgb_to_grayscale(image),
    "hsv": tf.image.rgb_to_hsv(image),
    "bright": tf.image.adjust_brightness(image, 0.1),
    "contrast": tf.image.adjust_contrast(image, 2.0),
    "saturation": tf.image.adjust_saturation(image, 0.5),
    "hue": tf.image.adjust_hue(image, 0.2),
    "gamma": tf.image.adjust_gamma(image, 2.0),
    "standard": tf.image.per_image_standardization(image[0]),
    "convert": tf.image.convert_image_dtype(small, tf.float32),
    "back": tf.image.convert_image_dtype(image, tf.uint8),
    "transpose": tf.image.transpose_image(image[0]),
    "variation": tf.image.total_variation(image),
    "psnr": tf.image.psnr(image, image * 0.5, 1.0),
    "nms": tf.image.non_max_suppression([[0.0, 0.0, 1.0, 1.0], [0.0, 0.0, 0.9, 1.0]], [0.5, 0.9], 2),
    "conv": tf.nn.conv2d(image, tf.ones([2, 2, 3, 1]), strides=[1, 1, 1, 1], padding="VALID"),
    "same": tf.nn.conv2d(image, tf.ones([3, 3, 3, 1]), [1, 2, 2, 1], "SAME"),
    "depthwise": tf.nn.depthwise_conv2d(image, tf.ones([2, 2, 3, 1]), [1, 1, 1, 1], "VALID"),
    "transposed": tf.nn.conv2d_transpose(image, tf.ones([2, 2, 1, 3]), [1, 8, 8, 1], [1, 2, 2, 1]),
    "max": tf.nn.max_pool(image, [1, 2, 2, 1], [1, 2, 2, 1], "SAME"),
    "avg": tf.nn.avg_pool(image, ksize=[1, 2, 2, 1], strides=[1, 2, 2, 1], padding="VALID"),
    "lrn": tf.nn.local_response_normalization(image, 2),
    "lrn_short": tf.nn.lrn(image, depth_radius=1, bias=1.0, alpha=0.1, beta=0.5),
    "atrous": tf.nn.atrous_conv2d(image, tf.ones([2, 2, 3, 1]), 2, "VALID"),
    "conv1d": tf.nn.conv1d(image[0], tf.ones([2, 3, 1]), 1, "SAME"),
    "bn": tf.nn.batch_normalization(image, 0.5, 2.0, 0.1, 1.5, 1e-3),
    "fused": tf.nn.fused_batch_norm(image, tf.ones([3]), tf.zeros([3]))[0],
    "moments": tf.nn.moments(image, [0, 1, 2])[1],
    "erosion": tf.nn.erosion2d(image, tf.zeros([2, 2, 3]), [1, 1, 1, 1], [1, 1, 1, 1], "VALID"),
    "crelu": tf.nn.crelu([1.0, -1.0]),
    "relu6": tf.nn.relu6([7.0, -1.0]),
    "leaky": tf.nn.leaky_relu([-1.0, 1.0]),
    "selu": tf.nn.selu([-1.0, 1.0]),
    "softsign": tf.nn.softsign([-1.0, 1.0]),
    "in_top": tf.nn.in_top_k([[0.1, 0.9]], [1], 1),
    "draw": tf.image.draw_bounding_boxes(image, [[[0.0, 0.0, 1.0, 1.0]]]),
    "dct": tf.spectral.dct([1.0, 2.0, 3.0], norm="ortho"),
    "fft": tf.abs(tf.fft(tf.constant([1.0, 2.0], tf.complex64))),
    "stft": tf.abs(tf.signal.stft(tf.ones([8]), 4, 2)),
    "bias": tf.nn.bias_add(image, [1.0, 2.0, 3.0]),
    "patches": tf.image.extract_image_patches(image, [1, 2, 2, 1], [1, 2, 2, 1], [1, 1, 1, 1], "VALID"),
}
random = {
    "flip": tf.image.random_flip_left_right(image[0], seed=1),
    "bright": tf.image.random_brightness(image, 0.2, seed=2),
    "contrast": tf.image.random_contrast(image, 0.5, 1.5, seed=3),
    "hue": tf.image.random_hue(image, 0.1, seed=4),
    "saturation": tf.image.random_saturation(image, 0.5, 1.5, seed=5),
    "crop": tf.random_crop(image, [1, 2, 2, 3], seed=6),
    "updown": tf.image.random_flip_up_down(image[0], seed=7),
    "multinomial": tf.multinomial([[0.1, 0.9]], 5, seed=8),
    "normal": tf.random_normal([2], seed=1),
    "uniform": tf.random_uniform([2], 1, 100, tf.int32, seed=1),
    "truncated": tf.truncated_normal([2], seed=3),
    "gamma": tf.random_gamma([2], 1.5, seed=4),
    "poisson": tf.random_poisson(3.0, [2], seed=5),
    "shuffle": tf.random_shuffle([1, 2, 3, 4], seed=6),
    "dropout": tf.nn.dropout(tf.ones([6]), keep_prob=0.5, seed=7),
    "xavier": tf.glorot_uniform_initializer(seed=1)([2, 2]),
    "orthogonal": tf.orthogonal_initializer(seed=2)([2, 2]),
    "scaling": tf.variance_scaling_initializer(seed=3)([2, 2]),
    "unit": tf.uniform_unit_scaling_initializer(seed=4)([2, 2]),
    "he": tf.keras.initializers.he_normal(seed=5)([2, 2]),
}
with tf.Session() as sess:
    for key in sorted(ops):
        value = np.asarray(sess.run(ops[key]), np.float64) + 0.0
        print(
            key, ops[key].dtype.name, value.shape, " ".join("%.5g" % v for v in value.ravel()[:8]), "%.5g" % value.sum()
        )
    for key in sorted(random):
        value = np.asarray(sess.run(random[key]), np.float64)
        print(key, value.shape, " ".join("%.5g" % v for v in value.ravel()[:6]))
