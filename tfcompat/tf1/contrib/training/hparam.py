"""`HParams`: named hyperparameters with types, read from keywords, `name=value` strings, JSON or a protocol buffer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from tfcompat.backend.internals_training import register_proto_function
from tfcompat.tf1.contrib.training import hparam_pb2
from tfcompat.tf1.contrib.training.hparam_values import cast
from tfcompat.tf1.contrib.training.hparam_values import parse_values as parse_values


class HParams:
    """`tf.contrib.training.HParams` of 1.15: each hyperparameter is an attribute.

    Raises:
      ValueError: both `hparam_def` and keywords are given, a name is reserved or taken, or a list is empty.
    """

    def __init__(self, hparam_def: Any = None, model_structure: Any = None, **kwargs: Any) -> None:
        self._hparam_types: dict[str, tuple[Any, bool]] = {}
        self._model_structure = model_structure
        if hparam_def:
            kwargs, extra = hparam_pb2.values_of(hparam_def), kwargs
            if extra:
                raise ValueError("hparam_def and initialization values are mutually exclusive")
        for name, value in kwargs.items():
            self.add_hparam(name, value)

    def add_hparam(self, name: str, value: Any) -> None:
        """Adds a hyperparameter; the type of its value (of its first element, if a list) is kept."""
        if getattr(self, name, None) is not None:
            raise ValueError(f"Hyperparameter name is reserved: {name}")
        is_list = isinstance(value, (list, tuple))
        if is_list and not value:
            raise ValueError(f"Multi-valued hyperparameters cannot be empty: {name}")
        self._hparam_types[name] = (type(value[0]) if is_list else type(value), is_list)
        setattr(self, name, value)

    def set_hparam(self, name: str, value: Any) -> None:
        """Gives a hyperparameter that exists a value of its type.

        Raises:
          KeyError: there is no such hyperparameter.
          ValueError: the value does not fit its type.
        """
        wanted, is_list = self._hparam_types[name]
        if isinstance(value, list):
            if not is_list:
                raise ValueError(f"Must not pass a list for single-valued parameter: {name}")
            setattr(self, name, [cast(name, wanted, each) for each in value])
        elif is_list:
            raise ValueError(f"Must pass a list for multi-valued parameter: {name}.")
        else:
            setattr(self, name, cast(name, wanted, value))

    def del_hparam(self, name: str) -> None:
        """Removes a hyperparameter, if it is there."""
        if hasattr(self, name):
            delattr(self, name)
            del self._hparam_types[name]

    def parse(self, values: str) -> HParams:
        """Overrides values from `'name=value,…'` (see `parse_values`)."""
        types = {name: wanted for name, (wanted, _) in self._hparam_types.items()}
        return self.override_from_dict(parse_values(values, types))

    def override_from_dict(self, values_dict: Mapping[str, Any]) -> HParams:
        """Overrides values of hyperparameters that exist."""
        for name, value in values_dict.items():
            self.set_hparam(name, value)
        return self

    set_from_map = override_from_dict  # its name until 1.7

    def parse_json(self, values_json: str) -> HParams:
        """Overrides values from a JSON object."""
        return self.override_from_dict(json.loads(values_json))

    def to_json(self, indent: Any = None, separators: Any = None, sort_keys: bool = False) -> str:
        """All values as a JSON object; arguments as of `json.dumps`."""
        return json.dumps(self.values(), indent=indent, separators=separators, sort_keys=sort_keys)

    def values(self) -> dict[str, Any]:
        """Name -> value."""
        return {name: getattr(self, name) for name in self._hparam_types}

    def get(self, key: str, default: Any = None) -> Any:
        """The value of `key`, or `default`, which must fit the type of a hyperparameter that exists."""
        if key not in self._hparam_types:
            return default
        if default is not None:
            self._check_default(key, default)
        return getattr(self, key)

    def _check_default(self, key: str, default: Any) -> None:
        wanted, is_list = self._hparam_types[key]
        told = f"list<{wanted}>" if is_list else str(wanted)
        message = f"Hparam '{key}' of type '{told}' is incompatible with default={default}"
        if is_list != isinstance(default, list):
            raise ValueError(message)
        try:
            for each in default if is_list else [default]:
                cast(key, wanted, each)
        except ValueError as error:
            raise ValueError(f"{message}. {error}") from None

    def set_model_structure(self, model_structure: Any) -> None:
        self._model_structure = model_structure

    def get_model_structure(self) -> Any:
        return self._model_structure

    def to_proto(self, export_scope: str | None = None) -> Any:
        """The `HParamDef` protocol buffer."""
        return hparam_pb2.of_values(self.values(), self._hparam_types)

    @staticmethod
    def from_proto(hparam_def: Any, import_scope: str | None = None) -> HParams:
        return HParams(hparam_def=hparam_def)

    def __contains__(self, key: str) -> bool:
        return key in self._hparam_types

    def __str__(self) -> str:
        return ",".join(f"{name}={value}" for name, value in self.values().items())

    def __repr__(self) -> str:
        return f"{type(self).__name__}({sorted(self.values().items())})"


register_proto_function(
    "hparams", proto_type=hparam_pb2.HParamDef, to_proto=HParams.to_proto, from_proto=HParams.from_proto
)
