"""`tf.keras.wrappers.scikit_learn`, which Keras removed in 2.12."""

from tfcompat.tf1.keras.wrappers.scikit_learn.estimators import KerasClassifier, KerasRegressor

__all__ = ["KerasClassifier", "KerasRegressor"]
