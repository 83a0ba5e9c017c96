"""`hub.Module`: a part of a TensorFlow 1 model in the current graph."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Collection, Iterator
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.hub import signatures
from tfcompat.hub.spec import ModuleSpec, load_module_spec


def as_module_spec(spec: ModuleSpec | str) -> ModuleSpec:
    """A spec as it is, or the one at a path."""
    if isinstance(spec, ModuleSpec):
        return spec
    if isinstance(spec, (str, bytes)) or hasattr(spec, "__fspath__"):
        return load_module_spec(spec)
    raise ValueError(f"Unknown module spec type: {type(spec)!r}; expected a hub.ModuleSpec or a path")


class Module:
    """Adds a module's state to the current graph, under a variable scope made from `name`; calling it applies it.

    spec: a `ModuleSpec` or a path. trainable: its variables and regularization losses join their collections, and its
    updates do when it is applied. tags: which of its graphs.

    Raises:
      ValueError: no graph has these tags.
      RuntimeError: the name scope is taken while the variable scope is free.
    """

    def __init__(
        self,
        spec: ModuleSpec | str,
        trainable: bool = False,
        name: str = "module",
        tags: Collection[str] | None = None,
    ) -> None:
        self._graph = v1.get_default_graph()
        self._spec, self._tags = as_module_spec(spec), set(tags or ())
        if self._tags not in self._spec.get_tags():
            known = [sorted(each) for each in self._spec.get_tags()]
            raise ValueError(f"No such graph variant: tags={sorted(tags) if tags else tags!r}; the module has {known}")
        *parents, self._name = _free_scope(name).split("/")
        with v1.name_scope("".join(f"{each}/" for each in parents) or None) if parents else _top():
            self._instance = self._spec.instance(self._name, trainable, self._tags)

    def __call__(
        self, inputs: Any = None, _sentinel: None = None, signature: str | None = None, as_dict: bool | None = None
    ) -> Any:
        """The output named `default` of a signature, or all outputs by name.

        Raises:
          TypeError: the inputs do not fit, or there is no output named `default`.
          ValueError: no such signature.
          RuntimeError: another graph is the current one.
        """
        self._check(v1.get_default_graph(), "Module must be applied in the graph it was instantiated for.")
        signature = signature or "default"
        wanted = self.get_input_info_dict(signature)
        tensors = signatures.as_tensors(signatures.named(inputs, wanted), wanted)
        name = f"{self._name}_apply_{signature.replace(':', '_')}"
        return signatures.chosen(self._instance.apply(signature, tensors, name), as_dict)

    def get_signature_names(self) -> list[str]:
        """What it can be asked for."""
        return self._spec.get_signature_names(self._tags)

    def get_input_info_dict(self, signature: str | None = None) -> Any:
        """Input -> an object with `dtype`, `get_shape()` and `is_sparse`."""
        return self._spec.get_input_info_dict(signature, self._tags)

    def get_output_info_dict(self, signature: str | None = None) -> Any:
        """Output -> an object with `dtype`, `get_shape()` and `is_sparse`."""
        return self._spec.get_output_info_dict(signature, self._tags)

    def get_attached_message(self, key: str, message_type: Any, required: bool = False) -> Any:
        """A message that was attached under a key, or None."""
        return self._spec.get_attached_message(key, message_type, self._tags, required)

    def export(self, path: str, session: Any) -> None:
        """Writes the module to a folder with the variables of a session."""
        self._check(v1.get_default_graph(), "default graph differs from the graph where the module was instantiated.")
        self._check(session.graph, "session graph differs from the graph where the module was instantiated.")
        self._spec.write(path, self._instance, session)

    @property
    def variable_map(self) -> dict[str, Any]:
        """Name in the module -> its variable here, or the list of its parts."""
        return self._instance.variable_map

    @property
    def variables(self) -> list[Any]:
        """All its variables, by name."""
        values = [value for _, value in sorted(self.variable_map.items())]
        return [each for value in values for each in (value if isinstance(value, list) else [value])]

    def _check(self, graph: Any, complaint: str) -> None:
        if graph is not self._graph:
            raise RuntimeError(complaint)


def _free_scope(name: str) -> str:
    """An unused variable scope that is free as a name scope too."""
    outer = v1.get_variable_scope().name
    with v1.name_scope(f"{outer}/") if outer else _top():
        with v1.variable_scope(None, default_name=name, auxiliary_name_scope=False) as scope:
            found: str = scope.name
        if v1.get_default_graph().unique_name(name, mark_as_used=False) != found:
            raise RuntimeError(
                f"variable_scope {found} was unused but the corresponding name_scope was already taken: give the "
                "module another name, or build it before the ops that took it."
            )
    return found


def _top() -> Any:
    """Outside all name scopes."""
    return v1.name_scope("")


@contextlib.contextmanager
def eval_function_for_module(
    spec: ModuleSpec | str, tags: Collection[str] | None = None
) -> Iterator[Callable[..., Any]]:
    """A function that takes and returns values instead of tensors, like `Module.__call__`, while the context lasts."""
    before = v1.get_default_graph()
    with v1.Graph().as_default():
        module = Module(spec, tags=tags)
        inputs: dict[str, dict[str, Any]] = {}
        outputs: dict[str, Any] = {}
        for signature in module.get_signature_names():
            with v1.variable_scope(signature):
                infos = module.get_input_info_dict(signature)
                inputs[signature] = {name: _placeholder(name, info) for name, info in infos.items()}
                outputs[signature] = module(inputs[signature], signature=signature, as_dict=True)
        with v1.train.SingularMonitoredSession() as session:

            def evaluate(
                values: Any = None, _sentinel: None = None, signature: str | None = None, as_dict: bool | None = None
            ) -> Any:
                tensors = inputs[signature or "default"]
                given = signatures.named(values, tensors)
                result = signatures.chosen(outputs[signature or "default"], as_dict)
                return session.run(result, {tensors[name]: value for name, value in given.items()})

            with before.as_default():
                yield evaluate


def _placeholder(name: str, info: Any) -> Any:
    shape = None if info.get_shape().ndims is None else info.get_shape().as_list()
    make = v1.sparse_placeholder if info.is_sparse else v1.placeholder
    return make(info.dtype, shape=shape, name=name)
