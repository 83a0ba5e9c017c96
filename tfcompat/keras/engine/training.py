"""A model's training as Keras 2.3.1 did it: `compile`, `fit`, `evaluate`, `predict`, and the same for generators."""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.backend.internals_keras import module
from tfcompat.backend.v1api import keras
from tfcompat.keras import optimizers
from tfcompat.keras.engine import arguments, compiling, generator_loops, loops
from tfcompat.keras.legacy import convert


class Trained:
    """What a model has of `keras.engine.training.Model`. The functions that it trains by are those of tf_keras."""

    def compile(self, optimizer: Any, loss: Any = None, metrics: Any = None, *args: Any, **kwargs: Any) -> None:
        """Says what the model is trained by."""
        self._compile_optimizer = optimizers.get(optimizer)
        super().compile(  # type: ignore[misc]
            self._compile_optimizer, compiling.loss_functions(loss), metrics, *args, **kwargs
        )
        self.loss = loss or {}

    def _set_optimizer(self, optimizer: Any) -> None:
        self.optimizer = optimizer

    def _cache_output_metric_attributes(self: Any, metrics: Any, weighted_metrics: Any) -> None:
        shapes = [None if each.shape.rank is None else each.shape.as_list() for each in self.outputs]
        known = self.output_names, shapes, self.loss_functions
        self._per_output_metrics = compiling.metrics_per_output(metrics, *known, weighted=False)
        self._per_output_weighted_metrics = compiling.metrics_per_output(weighted_metrics, *known, weighted=True)

    def _standardize_user_data(self: Any, *args: Any, **kwargs: Any) -> Any:
        """The arrays, checked; a model that was weighted once takes ones where no weights are given."""
        x, y, weights = super()._standardize_user_data(*args, **kwargs)  # type: ignore[misc]
        if y:
            known = [
                each.sample_weight is not None
                for each in self._training_endpoints
                if each.has_feedable_training_target()
            ]
            given = weights or [None] * len(known)
            if any(known) and len(known) == len(given):
                weights = [
                    self._ones(y[0]) if w is None and there else w for w, there in zip(given, known, strict=True)
                ]
        return x, y, weights

    @staticmethod
    def _ones(y: Any) -> Any:
        return np.ones((y.shape[0],), dtype=keras().backend.floatx())

    def uses_phase(self: Any) -> bool:
        return not isinstance(module("backend").symbolic_learning_phase(), int)

    def _arrays(self: Any, x: Any, y: Any, weights: Any, batch_size: Any, class_weight: Any = None) -> list[Any]:
        """The arrays that a function of the model is fed with, checked; none where tensors feed it."""
        if x is None and y is None:
            return []
        x, y, weights = self._standardize_user_data(
            x, y, sample_weight=weights, class_weight=class_weight, batch_size=batch_size
        )
        self._update_sample_weight_modes(sample_weights=weights)
        inputs = module("engine.training_utils_v1").ModelInputs(x).as_list()
        return [*inputs, *(y or []), *(each for each in weights or [] if each is not None)]

    def fit(
        self: Any,
        x: Any = None,
        y: Any = None,
        batch_size: int | None = None,
        epochs: int = 1,
        verbose: int = 1,
        callbacks: Any = None,
        validation_split: float = 0.0,
        validation_data: Any = None,
        shuffle: Any = True,
        class_weight: Any = None,
        sample_weight: Any = None,
        initial_epoch: int = 0,
        steps_per_epoch: int | None = None,
        validation_steps: int | None = None,
        validation_freq: Any = 1,
        max_queue_size: int = 10,
        workers: int = 1,
        use_multiprocessing: bool = False,
        **kwargs: Any,
    ) -> Any:
        """Trains for a number of epochs; returns the `History`."""
        if "nb_epoch" in kwargs:
            convert.warn("The `nb_epoch` argument in `fit` has been renamed `epochs`.")
            epochs = kwargs.pop("nb_epoch")
        if kwargs:
            raise TypeError(f"Unrecognized keyword arguments: {kwargs}")
        options = {
            "epochs": epochs,
            "verbose": verbose,
            "shuffle": shuffle,
            "initial_epoch": initial_epoch,
            "validation_freq": validation_freq,
        }
        if x is None and y is None and steps_per_epoch is None:
            raise ValueError("If fitting from data tensors, you should specify the `steps_per_epoch` argument.")
        if generator_loops.is_generator(x):
            return self.fit_generator(
                x,
                steps_per_epoch,
                callbacks=callbacks,
                validation_data=validation_data,
                validation_steps=validation_steps,
                class_weight=class_weight,
                max_queue_size=max_queue_size,
                workers=workers,
                use_multiprocessing=use_multiprocessing,
                **options,
            )
        if arguments.is_dataset(x):
            return super().fit(  # type: ignore[misc]
                x,
                y,
                batch_size,
                epochs,
                verbose,
                callbacks,
                validation_split,
                validation_data,
                shuffle,
                class_weight,
                sample_weight,
                initial_epoch,
                steps_per_epoch,
                validation_steps,
                validation_freq,
            )
        arguments.check_steps("steps_per_epoch", x, steps_per_epoch, validation_split)
        batch_size = self._batch_size(batch_size, x, steps_per_epoch)
        loops.check_steps(steps_per_epoch, validation_steps, validation_data)
        options |= {
            "batch_size": batch_size,
            "steps_per_epoch": steps_per_epoch,
            "validation_steps": validation_steps,
        }
        inputs = self._arrays(x, y, sample_weight, batch_size, class_weight)
        inputs, validation = self._apart(inputs, validation_split, validation_data, validation_steps, batch_size)
        self._make_train_function()
        if validation is not None:
            self._make_test_function()
            if verbose and inputs and validation:
                loops.say_sizes(inputs, validation)
        if self.uses_phase():
            inputs = [*inputs, 1]
        return loops.fit(self, inputs, validation, options, callbacks)

    def _apart(
        self: Any, inputs: list[Any], split: float, data: Any, steps: int | None, batch_size: Any
    ) -> tuple[list[Any], list[Any] | None]:
        """The arrays to train on, and those to validate on or None."""
        if data:
            if len(data) not in (2, 3):
                raise ValueError(
                    "When passing validation_data, it must contain 2 (x_val, y_val) or 3 (x_val, y_val, "
                    f"val_sample_weights) items, however it contains {len(data)} items"
                )
            x, y, *weights = data
            return inputs, self._arrays(x, y, weights[0] if weights else None, batch_size)
        if split and 0.0 < split < 1.0:
            size = inputs[0].shape[0]
            first = int(int(size) * (1.0 - split))
            return loops.part(inputs, slice(0, first)), loops.part(inputs, slice(first, size))
        return inputs, [] if steps else None

    def evaluate(
        self: Any,
        x: Any = None,
        y: Any = None,
        batch_size: int | None = None,
        verbose: int = 1,
        sample_weight: Any = None,
        steps: int | None = None,
        callbacks: Any = None,
        max_queue_size: int = 10,
        workers: int = 1,
        use_multiprocessing: bool = False,
    ) -> Any:
        """The loss, and the metrics if there are any."""
        if generator_loops.is_generator(x):
            options = {
                "max_queue_size": max_queue_size,
                "workers": workers,
                "use_multiprocessing": use_multiprocessing,
                "verbose": verbose,
            }
            return generator_loops.evaluate(self, x, steps, options, callbacks)
        if arguments.is_dataset(x):
            return super().evaluate(x, y, batch_size, verbose, sample_weight, steps, callbacks)  # type: ignore[misc]
        if x is None and y is None and steps is None:
            raise ValueError("If evaluating from data tensors, you should specify the `steps` argument.")
        arguments.check_steps("steps", x, steps)
        batch_size = self._batch_size(batch_size, x, steps)
        inputs = self._arrays(x, y, sample_weight, batch_size)
        self._make_test_function()
        return loops.evaluate(self, inputs, batch_size, verbose, callbacks, steps)

    def predict(
        self: Any,
        x: Any,
        batch_size: int | None = None,
        verbose: int = 0,
        steps: int | None = None,
        callbacks: Any = None,
        max_queue_size: int = 10,
        workers: int = 1,
        use_multiprocessing: bool = False,
    ) -> Any:
        """The outputs for an input array, or a list of them."""
        if generator_loops.is_generator(x):
            options = {
                "max_queue_size": max_queue_size,
                "workers": workers,
                "use_multiprocessing": use_multiprocessing,
                "verbose": verbose,
            }
            return generator_loops.predict(self, x, steps, options, callbacks)
        if arguments.is_dataset(x):
            return super().predict(x, batch_size, verbose, steps, callbacks)  # type: ignore[misc]
        if x is None and steps is None:
            raise ValueError("If predicting from data tensors, you should specify the `steps` argument.")
        arguments.check_steps("steps", x, steps)
        batch_size = self._batch_size(batch_size, x, steps)
        inputs = []
        if x is not None:
            x, _, _ = self._standardize_user_data(x, batch_size=batch_size)
            inputs = module("engine.training_utils_v1").ModelInputs(x).as_list()
        if self.stateful and steps is None and inputs[0].shape[0] > batch_size and inputs[0].shape[0] % batch_size:
            raise ValueError(
                "In a stateful network, you should only pass inputs with a number of samples that can be divided by "
                f"the batch size. Found: {inputs[0].shape[0]} samples. Batch size: {batch_size}."
            )
        self._make_predict_function()
        return loops.predict(self, inputs, batch_size, verbose, callbacks, steps)

    def _batch_size(self: Any, batch_size: Any, x: Any, steps: int | None) -> Any:
        """The size of batches, or what was given where tensors feed the model for a number of steps."""
        if steps is not None or x is None:
            return batch_size if steps is not None else batch_size or 32
        return self._validate_or_infer_batch_size(batch_size, steps, x)

    def fit_generator(self: Any, generator: Any = None, *args: Any, **kwargs: Any) -> Any:
        """Trains on the batches that a generator or `Sequence` gives: `(x, y)`, with or without weights."""
        kwargs = arguments.generator_arguments(
            "fit_generator", generator, args, kwargs, "steps_per_epoch epochs verbose callbacks validation_data "
            "validation_steps validation_freq class_weight max_queue_size workers use_multiprocessing shuffle "
            "initial_epoch"
        )  # fmt: skip
        defaults: dict[str, Any] = {
            "steps_per_epoch": None, "epochs": 1, "verbose": 1, "callbacks": None, "validation_data": None,
            "validation_steps": None, "validation_freq": 1, "class_weight": None, "max_queue_size": 10, "workers": 1,
            "use_multiprocessing": False, "shuffle": True, "initial_epoch": 0,
        }  # fmt: skip
        options = {**defaults, **kwargs}
        validation, callbacks = options.pop("validation_data"), options.pop("callbacks")
        self._make_train_function()
        if validation:
            self._make_test_function()
        return generator_loops.fit(self, options.pop("generator", generator), validation, options, callbacks)

    def evaluate_generator(self: Any, generator: Any = None, *args: Any, **kwargs: Any) -> Any:
        """The loss and the metrics for the batches of a generator."""
        return self._over_batches("evaluate_generator", generator_loops.evaluate, generator, args, kwargs)

    def predict_generator(self: Any, generator: Any = None, *args: Any, **kwargs: Any) -> Any:
        """The outputs for the batches of a generator."""
        return self._over_batches("predict_generator", generator_loops.predict, generator, args, kwargs)

    def _over_batches(self: Any, name: str, loop: Any, generator: Any, args: Any, kwargs: Any) -> Any:
        words = "steps callbacks max_queue_size workers use_multiprocessing verbose"
        kwargs = arguments.generator_arguments(name, generator, args, kwargs, words)
        options: dict[str, Any] = {"max_queue_size": 10, "workers": 1, "use_multiprocessing": False, "verbose": 0}
        options |= kwargs
        steps, callbacks = options.pop("steps", None), options.pop("callbacks", None)
        return loop(self, options.pop("generator", generator), steps, options, callbacks)
