"""tf.image."""

from typing import Any

from .registry import add


def _image(tf: Any) -> Any:
    return tf.reshape(tf.range(48.0) / 48.0, [4, 4, 3])


def _unsized(tf: Any) -> Any:
    """The image, of a size that only its values tell."""
    return tf.reshape(tf.range(48.0) / 48.0, tf.placeholder_with_default([4, 4, 3], [3]))


_SEEDED = {
    "random_flip_left_right": lambda tf, seed: tf.image.random_flip_left_right(_image(tf), seed=seed),
    "random_flip_up_down": lambda tf, seed: tf.image.random_flip_up_down(_image(tf), seed=seed),
    "random_flip_batch": lambda tf, seed: tf.image.random_flip_left_right(tf.stack([_image(tf)] * 2), seed=seed),
    "random_flip_unsized": lambda tf, seed: tf.image.random_flip_left_right(_unsized(tf), seed=seed),
    "random_brightness": lambda tf, seed: tf.image.random_brightness(_image(tf), 0.3, seed=seed),
    "random_contrast": lambda tf, seed: tf.image.random_contrast(_image(tf), 0.3, 0.9, seed=seed),
    "random_hue": lambda tf, seed: tf.image.random_hue(_image(tf), 0.2, seed=seed),
    "random_saturation": lambda tf, seed: tf.image.random_saturation(_image(tf), 0.3, 0.9, seed=seed),
    "random_crop": lambda tf, seed: tf.image.random_crop(_image(tf), [2, 2, 3], seed=seed),
    "random_jpeg_quality": lambda tf, seed: tf.image.random_jpeg_quality(_image(tf), 50, 90, seed=seed),
}
_FIXED = {
    "sample_distorted_bounding_box": lambda tf: tf.image.sample_distorted_bounding_box(
        [8, 8, 3], bounding_boxes=[[[0.1, 0.2, 0.5, 0.9]]], seed=7, min_object_covered=0.1
    ),
    "resize_images": lambda tf: tf.image.resize_images(_image(tf), [8, 8]),
    "resize_images_same": lambda tf: tf.image.resize_images(_image(tf), [4, 4]),
    "resize_images_batch": lambda tf: tf.image.resize_images(tf.stack([_image(tf)] * 2), tf.constant([2, 3])),
    "resize_images_nearest": lambda tf: tf.image.resize_images(
        _image(tf), [3, 5], tf.image.ResizeMethod.NEAREST_NEIGHBOR
    ),
    "resize_images_bicubic": lambda tf: tf.image.resize_images(
        _image(tf), [3, 5], method=tf.image.ResizeMethod.BICUBIC
    ),
    "resize_images_area": lambda tf: tf.image.resize_images(_image(tf), [3, 5], method=tf.image.ResizeMethod.AREA),
    "resize_images_aligned": lambda tf: tf.image.resize_images(_image(tf), [3, 5], align_corners=True),
    "resize": lambda tf: tf.image.resize(_image(tf), [8, 8]),
    "resize_bilinear": lambda tf: tf.image.resize_bilinear(tf.stack([_image(tf)]), [8, 8]),
    "resize_bicubic": lambda tf: tf.image.resize_bicubic(tf.stack([_image(tf)]), [8, 8]),
    "resize_nearest_neighbor": lambda tf: tf.image.resize_nearest_neighbor(tf.stack([_image(tf)]), [8, 8]),
    "resize_area": lambda tf: tf.image.resize_area(tf.stack([_image(tf)]), [8, 8]),
    "crop_or_pad_smaller": lambda tf: tf.image.resize_image_with_crop_or_pad(_image(tf), 2, 2),
    "crop_or_pad_larger": lambda tf: tf.image.resize_image_with_crop_or_pad(_image(tf), 6, 3),
    "resize_with_pad": lambda tf: tf.image.resize_image_with_pad(_image(tf), 6, 4),
    "central_crop": lambda tf: tf.image.central_crop(_image(tf), 0.5),
    "crop_to_bounding_box": lambda tf: tf.image.crop_to_bounding_box(_image(tf), 1, 1, 2, 2),
    "crop_to_bounding_box_unsized": lambda tf: tf.image.crop_to_bounding_box(_unsized(tf), 1, 1, 2, 2),
    "pad_to_bounding_box": lambda tf: tf.image.pad_to_bounding_box(_image(tf), 1, 1, 6, 6),
    "crop_and_resize": lambda tf: tf.image.crop_and_resize(tf.stack([_image(tf)]), [[0.1, 0.1, 0.9, 0.8]], [0], [3, 3]),
    "per_image_standardization": lambda tf: tf.image.per_image_standardization(_image(tf)),
    "flip": lambda tf: [tf.image.flip_left_right(_image(tf)), tf.image.flip_up_down(_image(tf))],
    "transpose_rotate": lambda tf: [tf.image.transpose_image(_image(tf)), tf.image.rot90(_image(tf))],
    "adjust_brightness": lambda tf: tf.image.adjust_brightness(_image(tf), 0.2),
    "adjust_contrast": lambda tf: tf.image.adjust_contrast(_image(tf), 0.5),
    "adjust_hue": lambda tf: tf.image.adjust_hue(_image(tf), 0.2),
    "adjust_saturation": lambda tf: tf.image.adjust_saturation(_image(tf), 0.5),
    "adjust_gamma": lambda tf: tf.image.adjust_gamma(_image(tf), 0.5),
    "convert_image_dtype": lambda tf: tf.image.convert_image_dtype(tf.cast(_image(tf) * 255.0, tf.uint8), tf.float32),
    "convert_to_uint8": lambda tf: tf.image.convert_image_dtype(_image(tf), tf.uint8, saturate=True),
    "rgb_to_grayscale": lambda tf: tf.image.rgb_to_grayscale(_image(tf)),
    "grayscale_to_rgb": lambda tf: tf.image.grayscale_to_rgb(_image(tf)[:, :, :1]),
    "rgb_to_hsv": lambda tf: tf.image.hsv_to_rgb(tf.image.rgb_to_hsv(_image(tf))),
    "total_variation": lambda tf: tf.image.total_variation(_image(tf)),
    "psnr_ssim": lambda tf: tf.image.psnr(_image(tf), _image(tf) * 0.9, 1.0),
    "draw_bounding_boxes": lambda tf: tf.image.draw_bounding_boxes(tf.stack([_image(tf)]), [[[0.1, 0.2, 0.5, 0.9]]]),
    "non_max_suppression": lambda tf: tf.image.non_max_suppression(
        [[0.0, 0.0, 1.0, 1.0], [0.0, 0.0, 1.0, 0.9]], [0.5, 0.9], 1
    ),
    "encode_decode_png": lambda tf: tf.image.decode_png(tf.image.encode_png(tf.cast(_image(tf) * 255.0, tf.uint8))),
    "decode_image": lambda tf: tf.image.decode_image(tf.image.encode_png(tf.cast(_image(tf) * 255.0, tf.uint8))),
    "decode_jpeg": lambda tf: tf.image.decode_jpeg(tf.image.encode_jpeg(tf.cast(_image(tf) * 255.0, tf.uint8)), 3),
    "extract_glimpse": lambda tf: tf.image.extract_glimpse(tf.stack([_image(tf)]), [2, 2], [[0.0, 0.0]]),
    "sobel_edges": lambda tf: tf.image.sobel_edges(tf.stack([_image(tf)])),
}
for _name, _make in sorted(_SEEDED.items()):
    add("images", _name, _make)
for _name, _make in sorted(_FIXED.items()):
    add("images", _name, _make)
