"""What tf.contrib.image refuses."""

import pytest

import tfcompat.v1 as tf


def test_images_have_two_to_four_dimensions():
    with pytest.raises(TypeError, match="Images should have rank between 2 and 4"):
        tf.contrib.image.rotate(tf.zeros([1, 1, 1, 1, 1]), 0.1)


def test_images_are_numbers():
    with pytest.raises(TypeError, match="Invalid dtype"):
        tf.contrib.image.translate(tf.zeros([2, 2], tf.bool), [1, 1])


def test_angles_are_one_or_a_vector():
    with pytest.raises(TypeError, match="Angles should have rank 0 or 1"):
        tf.contrib.image.rotate(tf.zeros([2, 2]), [[0.1]])


def test_output_shape_has_two_sizes():
    with pytest.raises(ValueError, match="must be a 1-D Tensor of 2 elements"):
        tf.contrib.image.transform(tf.zeros([2, 2]), [1.0, 0, 0, 0, 1, 0, 0, 0], output_shape=[2, 2, 2])


def test_components_of_one_picture_or_a_batch():
    with pytest.raises(TypeError, match="images should have rank 2"):
        tf.contrib.image.connected_components(tf.zeros([2]))


def test_a_long_winding_component_is_one():
    snake = [[1, 1, 1, 1], [0, 0, 0, 1], [1, 1, 1, 1], [1, 0, 0, 0], [1, 1, 1, 1]]
    with tf.Session() as session:
        found = session.run(tf.contrib.image.connected_components(tf.constant(snake)))
    assert found.tolist() == snake


def test_stereograms_are_gone_with_their_kernel():
    with pytest.raises(AttributeError, match="kernel is no longer part of TensorFlow"):
        _ = tf.contrib.image.single_image_random_dot_stereograms
