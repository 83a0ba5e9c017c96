"""The linear estimators of contrib.learn: a weighted sum of feature columns."""

from __future__ import annotations

from typing import Any

from tfcompat.tf1.contrib.learn.estimators.canned import linear_model
from tfcompat.tf1.contrib.learn.estimators.estimator import Estimator
from tfcompat.tf1.contrib.learn.estimators.heads.make import multi_class_head
from tfcompat.tf1.contrib.learn.estimators.heads.regression import regression_head
from tfcompat.tf1.contrib.learn.estimators.kinds import Classifier, Regressor


class LinearClassifier(Classifier):
    """`tf.contrib.learn.LinearClassifier`."""

    def __init__(
        self,
        feature_columns: Any,
        model_dir: str | None = None,
        n_classes: int = 2,
        weight_column_name: str | None = None,
        optimizer: Any = None,
        gradient_clip_norm: float | None = None,
        enable_centered_bias: bool = False,
        _joint_weight: bool = False,
        config: Any = None,
        feature_engineering_fn: Any = None,
        label_keys: Any = None,
    ) -> None:
        self._feature_columns = tuple(feature_columns or ())
        super().__init__(
            model_fn=linear_model,
            model_dir=model_dir,
            config=config,
            params={
                "head": multi_class_head(
                    n_classes,
                    weight_column_name=weight_column_name,
                    enable_centered_bias=enable_centered_bias,
                    label_keys=label_keys,
                ),
                "feature_columns": feature_columns,
                "optimizer": optimizer,
                "gradient_clip_norm": gradient_clip_norm,
                "joint_weights": _joint_weight,
            },
            feature_engineering_fn=feature_engineering_fn,
        )


class LinearRegressor(Regressor):
    """`tf.contrib.learn.LinearRegressor`."""

    def __init__(
        self,
        feature_columns: Any,
        model_dir: str | None = None,
        weight_column_name: str | None = None,
        optimizer: Any = None,
        gradient_clip_norm: float | None = None,
        enable_centered_bias: bool = False,
        label_dimension: int = 1,
        _joint_weights: bool = False,
        config: Any = None,
        feature_engineering_fn: Any = None,
    ) -> None:
        self._feature_columns = tuple(feature_columns or ())
        super().__init__(
            model_fn=linear_model,
            model_dir=model_dir,
            config=config,
            params={
                "head": regression_head(
                    weight_column_name=weight_column_name,
                    label_dimension=label_dimension,
                    enable_centered_bias=enable_centered_bias,
                ),
                "feature_columns": feature_columns,
                "optimizer": optimizer,
                "gradient_clip_norm": gradient_clip_norm,
                "joint_weights": _joint_weights,
            },
            feature_engineering_fn=feature_engineering_fn,
        )


class LinearEstimator(Estimator):
    """`tf.contrib.learn.LinearEstimator`: with a head of the user's."""

    def __init__(
        self,
        feature_columns: Any,
        head: Any,
        model_dir: str | None = None,
        optimizer: Any = None,
        gradient_clip_norm: float | None = None,
        _joint_weights: bool = False,
        config: Any = None,
        feature_engineering_fn: Any = None,
    ) -> None:
        self._feature_columns = tuple(feature_columns or ())
        super().__init__(
            model_fn=linear_model,
            model_dir=model_dir,
            config=config,
            params={
                "head": head,
                "feature_columns": feature_columns,
                "optimizer": optimizer,
                "gradient_clip_norm": gradient_clip_norm,
                "joint_weights": _joint_weights,
            },
            feature_engineering_fn=feature_engineering_fn,
        )
