"""Data sets in the way TensorFlow 1 code asks for them; also read by Python 3.7.

A case is a function of `tf` and of a folder with MNIST's four files (`write_mnist`: 23 and 9 images of 6 x 5
pixels) that returns arrays.
"""

import gzip
import os
import struct

import numpy as np

CASES = {}


def case(function):
    CASES[function.__name__] = function
    return function


def write_mnist(folder):
    """Made-up files of MNIST's names and format."""
    for part, count in (("train", 23), ("t10k", 9)):
        images = (np.arange(count * 30) * 37 % 256).astype(np.uint8).reshape(count, 6, 5)
        labels = (np.arange(count) * 7 % 10).astype(np.uint8)
        for name, array in (("images-idx3", images), ("labels-idx1", labels)):
            with gzip.open(os.path.join(folder, "%s-%s-ubyte.gz" % (part, name)), "wb") as file:
                header = struct.pack(">%dI" % (1 + array.ndim), 0x800 | array.ndim, *array.shape)
                file.write(header + array.tobytes())


def _batches(data, size, count, shuffle=True):
    for _ in range(count):
        for each in data.next_batch(size, shuffle=shuffle):
            yield each
        yield np.array([data.epochs_completed, data.num_examples])


@case
def mnist_one_hot_with_seed(tf, folder):
    from tensorflow.examples.tutorials.mnist import input_data

    sets = input_data.read_data_sets(folder, one_hot=True, validation_size=4, seed=3)
    return [each for data in sets for each in _batches(data, 7, 3)]


@case
def mnist_with_the_graphs_seed(tf, folder):
    tf.set_random_seed(11)
    sets = tf.contrib.learn.datasets.mnist.read_data_sets(folder, False, False, tf.uint8, False, 5)
    return [each for data in sets for each in _batches(data, 3, 3)]


@case
def mnist_in_its_own_order(tf, folder):
    from tensorflow.contrib.learn.python.learn.datasets.mnist import read_data_sets

    return list(_batches(read_data_sets(folder, validation_size=0).train, 10, 3, shuffle=False))


@case
def mnist_by_hand(tf, folder):
    from tensorflow.contrib.learn.python.learn.datasets import mnist

    with tf.gfile.Open(os.path.join(folder, "t10k-labels-idx1-ubyte.gz"), "rb") as file:
        labels = mnist.extract_labels(file, one_hot=True, num_classes=11)
    data = mnist.DataSet(np.ones([9, 2, 3, 1], np.uint8), labels, seed=5)
    batch = data.next_batch(4)[1]
    fake = mnist.read_data_sets("nowhere", fake_data=True, one_hot=True).test.next_batch(2, fake_data=True)
    return [data.images, batch, np.array(fake[0]), np.array(fake[1])]


@case
def small_ones(tf, folder):
    iris, boston = tf.contrib.learn.datasets.load_iris(), tf.contrib.learn.datasets.load_dataset("boston")
    text = tf.contrib.learn.datasets.load_dataset("dbpedia", test_with_fake_data=True)
    sums = [iris.data.sum(0), iris.data[::37], iris.target.astype(np.int64), boston.data.sum(0), boston.target[::50]]
    return sums + [text.train.data, text.train.target, text.test.data, text.test.target]


@case
def made_up(tf, folder):
    learn = tf.contrib.learn.datasets
    results = [learn.make_dataset(name, count, 0.1) for name in ("circles", "spirals") for count in (8, 9)]
    results += [learn.synthetic.spirals(7, mode="bernoulli", seed=4, exp_scale=0.2)]
    results += [learn.synthetic.spirals(7, mode="fermat", seed=4), learn.synthetic.circles(8, seed=4, n_classes=3)]
    return [each for result in results for each in (result.data, result.target.astype(np.int32))]
