"""`tf.contrib.keras.callbacks` of 1.15."""

from tfcompat.tf1 import lazy

HOMES = {
    "tf_keras.api._v1.keras.callbacks": (
        "BaseLogger CSVLogger Callback EarlyStopping History LambdaCallback LearningRateScheduler ModelCheckpoint "
        "ProgbarLogger ReduceLROnPlateau RemoteMonitor TensorBoard TerminateOnNaN"
    ),
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
