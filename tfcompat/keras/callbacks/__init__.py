"""`keras.callbacks` of 2.3.1: what happens between the steps and epochs of a training, and what it prints."""

from tfcompat.tf1 import lazy

HOMES = {
    "tfcompat.keras.callbacks.base": "Callback CallbackList LambdaCallback",
    "tfcompat.keras.callbacks.logs": "BaseLogger CSVLogger History ProgbarLogger TerminateOnNaN",
    "tfcompat.keras.callbacks.rates": "LearningRateScheduler ReduceLROnPlateau",
    "tfcompat.keras.callbacks.best": "EarlyStopping ModelCheckpoint",
    "tf_keras.api._v1.keras.callbacks": "RemoteMonitor TensorBoard",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
