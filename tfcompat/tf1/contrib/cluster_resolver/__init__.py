"""`tf.contrib.cluster_resolver` of 1.15: `tf.distribute.cluster_resolver` by its earlier path."""

from tfcompat.tf1 import lazy

HOMES = {
    "tf.distribute.cluster_resolver": (
        "ClusterResolver GCEClusterResolver KubernetesClusterResolver SimpleClusterResolver "
        "SlurmClusterResolver TFConfigClusterResolver UnionClusterResolver=UnionResolver"
    ),
    ".tpu": "TPUClusterResolver",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
