"""The class that callbacks inherit from, and the list of them that a training calls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

_EVENTS = (
    "batch_begin batch_end epoch_begin epoch_end train_batch_begin train_batch_end test_batch_begin test_batch_end "
    "predict_batch_begin predict_batch_end train_begin train_end test_begin test_end predict_begin predict_end"
).split()


class Callback:
    """Does something at the events of a training; `self.model` and `self.params` tell about it."""

    def __init__(self) -> None:
        self.validation_data: Any = None
        self.model: Any = None

    def set_params(self, params: Any) -> None:
        self.params = params

    def set_model(self, model: Any) -> None:
        self.model = model

    def on_train_batch_begin(self, batch: int, logs: Any = None) -> None:
        self.on_batch_begin(batch, logs=logs)

    def on_train_batch_end(self, batch: int, logs: Any = None) -> None:
        self.on_batch_end(batch, logs=logs)

    def on_batch_begin(self, batch: int, logs: Any = None) -> None: ...

    def on_batch_end(self, batch: int, logs: Any = None) -> None: ...

    def on_epoch_begin(self, epoch: int, logs: Any = None) -> None: ...

    def on_epoch_end(self, epoch: int, logs: Any = None) -> None: ...

    def on_test_batch_begin(self, batch: int, logs: Any = None) -> None: ...

    def on_test_batch_end(self, batch: int, logs: Any = None) -> None: ...

    def on_predict_batch_begin(self, batch: int, logs: Any = None) -> None: ...

    def on_predict_batch_end(self, batch: int, logs: Any = None) -> None: ...

    def on_train_begin(self, logs: Any = None) -> None: ...

    def on_train_end(self, logs: Any = None) -> None: ...

    def on_test_begin(self, logs: Any = None) -> None: ...

    def on_test_end(self, logs: Any = None) -> None: ...

    def on_predict_begin(self, logs: Any = None) -> None: ...

    def on_predict_end(self, logs: Any = None) -> None: ...


class LambdaCallback(Callback):
    """Calls a function at each event that one is given for."""

    def __init__(self, **functions: Any) -> None:
        super().__init__()
        vars(self).update({name: function for name, function in functions.items() if function is not None})


class CallbackList:
    """Callbacks that are called one after another at each event."""

    def __init__(self, callbacks: Iterable[Any] | None = None, queue_length: int = 10) -> None:
        self.callbacks = list(callbacks or ())
        self.params: dict[str, Any] = {}
        self.model: Any = None

    def append(self, callback: Any) -> None:
        self.callbacks.append(callback)

    def set_params(self, params: dict[str, Any]) -> None:
        self.params = params
        for each in self.callbacks:
            each.set_params(params)

    def set_model(self, model: Any) -> None:
        self.model = model
        for each in self.callbacks:
            each.set_model(model)

    def call(self, event: str, *arguments: Any) -> None:
        """Calls `on_<event>`; a batch event of the training is `train_batch_begin` or `train_batch_end`."""
        for each in self.callbacks:
            getattr(each, f"on_{event}")(*arguments)

    def __iter__(self) -> Iterator[Any]:
        return iter(self.callbacks)

    def __getattr__(self, name: str) -> Any:
        event = name.removeprefix("on_")
        if event == name or event not in _EVENTS:
            raise AttributeError(f"CallbackList has no attribute {name!r}", name=name, obj=self)
        event = f"train_{event}" if event in ("batch_begin", "batch_end") else event
        numbered = "batch" in event or "epoch" in event
        if numbered:
            return lambda number, logs=None: self.call(event, number, logs or {})
        return lambda logs=None: self.call(event, logs)
