"""`keras.constraints` of 2.3.1: those of tf_keras, under their old names too."""

from tfcompat.tf1 import lazy

HOMES = {
    "tf_keras.api._v1.keras.constraints": (
        "Constraint MaxNorm MinMaxNorm NonNeg UnitNorm deserialize get max_norm=MaxNorm maxnorm=MaxNorm "
        "min_max_norm=MinMaxNorm non_neg=NonNeg nonneg=NonNeg serialize unit_norm=UnitNorm unitnorm=UnitNorm"
    ),
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
