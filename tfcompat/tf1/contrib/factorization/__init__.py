"""`tf.contrib.factorization` of 1.15: k-means, Gaussian mixtures and weighted alternating least squares."""

from tfcompat.tf1 import lazy

HOMES = {
    ".clustering_ops": "COSINE_DISTANCE KMEANS_PLUS_PLUS_INIT KMeans RANDOM_INIT SQUARED_EUCLIDEAN_DISTANCE",
    ".gaussian_mixture": "GMM",
    ".gmm_ops": "GmmAlgorithm gmm",
    ".kmeans": "KMeansClustering",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
