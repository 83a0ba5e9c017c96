"""`tf.contrib.estimator.TowerOptimizer`: one step for the gradients of all towers of a replicated model."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tfcompat.backend.v1api import v1

_COLLECTION = "replicate_model_fn_graph_states"


class Towers:
    """What the towers of one graph have done so far."""

    def __init__(self) -> None:
        self.count = 1
        self.loss_reduction: str | None = None
        self.optimizer_was_used = False
        self._place = 0
        self._first_scopes: tuple[Any, Any] = (None, None)
        self._gradients: dict[int, list[Any]] = {}  # tower -> one row for each call of its optimizers

    @contextmanager
    def at(self, place: int, scope: Any, name_scope: str) -> Iterator[None]:
        """The tower that is built now."""
        if place == 0:
            self._first_scopes = scope, name_scope
        self._place = place
        yield

    def collect(self, gradients: Any) -> None:
        """Keeps the gradients and variables of the tower's next optimizer."""
        self._gradients.setdefault(self._place, []).append(list(gradients))

    def latest(self) -> list[Any]:
        """The gradients of the same optimizer in each tower, one after another."""
        call = len(self._gradients[self._place]) - 1
        return [pair for tower in range(self._place + 1) for pair in self._gradients[tower][call]]

    @contextmanager
    def first_scopes(self) -> Iterator[None]:
        """The scopes of the first tower, where the variables are."""
        scope, name_scope = self._first_scopes
        with v1.variable_scope(scope), v1.name_scope(name_scope):
            yield

    @property
    def is_at_last(self) -> bool:
        return self._place == self.count - 1

    @property
    def agree(self) -> bool:
        """Whether each tower called as many optimizers."""
        return sum(map(len, self._gradients.values())) % self.count == 0


def of_graph() -> Towers:
    """The towers of the default graph."""
    kept = v1.get_default_graph().get_collection_ref(_COLLECTION)
    if not kept:
        kept.append(Towers())
    towers: Towers = kept[-1]
    return towers


def forget() -> None:
    """Ends the towers of the default graph."""
    v1.get_default_graph().clear_collection(_COLLECTION)


def scaled(loss: Any, reduction: str | None, count: int) -> Any:
    """A tower's part of the loss: its share of the mean, or the whole where losses are summed."""
    if loss is None or count == 1 or reduction == v1.losses.Reduction.SUM:
        return loss
    return v1.div(loss, 1.0 * count, name="averaged_loss")


def summed(values: list[Any], device: Any, name: str | None = None) -> Any:
    """The sum of tensors, or of `IndexedSlices`, on a device."""
    with v1.device(device):
        if isinstance(values[0], v1.IndexedSlices):
            rows = v1.concat([each.values for each in values], axis=0)
            places = v1.concat([each.indices for each in values], axis=0)
            return v1.IndexedSlices(rows, places, values[0].dense_shape)
        return v1.add_n(values, name=name)


class TowerOptimizer(v1.train.Optimizer):
    """An optimizer, or a function that makes one, in a model function that `replicate_model_fn` wraps."""

    def __init__(self, optimizer_or_optimizer_fn: Any) -> None:
        self._given = optimizer_or_optimizer_fn

    @staticmethod
    def has_been_used() -> bool:
        """Whether one was asked for anything in the default graph."""
        return of_graph().optimizer_was_used

    def get_slot(self, *args: Any, **kwargs: Any) -> Any:
        return self._optimizer().get_slot(*args, **kwargs)

    def get_slot_names(self, *args: Any, **kwargs: Any) -> Any:
        return self._optimizer().get_slot_names(*args, **kwargs)

    def get_name(self, *args: Any, **kwargs: Any) -> Any:
        return self._optimizer().get_name(*args, **kwargs)

    def variables(self, *args: Any, **kwargs: Any) -> Any:
        return self._optimizer().variables(*args, **kwargs)

    def compute_gradients(self, loss: Any, *args: Any, **kwargs: Any) -> Any:
        """Gradients of the tower's part of the loss."""
        towers = of_graph()
        return self._optimizer().compute_gradients(scaled(loss, towers.loss_reduction, towers.count), *args, **kwargs)

    def apply_gradients(self, grads_and_vars: Any, global_step: Any = None, **kwargs: Any) -> Any:
        """The step in the last tower; in the others an op that waits for their gradients."""
        towers = of_graph()
        if towers.count == 1:
            return self._optimizer().apply_gradients(grads_and_vars, global_step, **kwargs)
        pairs = list(grads_and_vars)
        towers.collect(pairs)
        if not towers.is_at_last:
            with v1.control_dependencies([_tensor(each) for each, _ in pairs if each is not None]):
                return v1.no_op(name="train_op_placeholder")
        with towers.first_scopes():
            by_variable: dict[Any, tuple[Any, list[Any]]] = {}
            for gradient, variable in towers.latest():
                if gradient is not None:
                    by_variable.setdefault(id(variable), (variable, []))[1].append(gradient)
            with v1.name_scope("gradient_aggregating"):
                sums = [(summed(each, variable.device), variable) for variable, each in by_variable.values()]
            return self._optimizer().apply_gradients(sums, global_step=global_step, **kwargs)

    def _optimizer(self) -> Any:
        if callable(self._given):
            self._given = self._given()
        of_graph().optimizer_was_used = True
        return self._given


def _tensor(gradient: Any) -> Any:
    return gradient.values if isinstance(gradient, v1.IndexedSlices) else gradient
